import { oneTimeLink } from '../app/features/account/acts.ts'
import { needsSetUp, setUpAddress } from '../app/features/account/finds.ts'
import { beginAskings, writeAskings } from '../app/features/commitments/asking/jobs.ts'
import { askConditions } from '../app/features/commitments/condition/jobs.ts'
import { fireConsequences } from '../app/features/commitments/consequence/jobs.ts'
import { openReports } from '../app/features/commitments/seat/jobs.ts'
import { readMailbox, remindInvitations } from '../app/features/meetings/invitation/jobs.ts'
import { remindPolls } from '../app/features/meetings/poll/jobs.ts'
import { retainNightly } from '../app/features/privacy/retention/jobs.ts'
import { type Clock, systemClock } from '../app/ground/clock.ts'
import { fileStore } from '../app/ground/files.ts'
import type { Ground } from '../app/ground/ground.ts'
import { compressed, type Fetch } from '../app/ground/http/compression.ts'
import { listen } from '../app/ground/http/listening.ts'
import { logged } from '../app/ground/http/log.ts'
import { startJobs } from '../app/ground/jobs.ts'
import { sendWaiting } from '../app/ground/mail.ts'
import { installedDatabase } from '../app/ground/postgres/installation.ts'
import { keepWaiting } from '../app/ground/search-waiting.ts'
import { publicUrlOf, type Settings } from '../app/ground/settings.ts'
import { signalsAt } from '../app/ground/signals.ts'
import { buildApp, reactions } from '../app/server.ts'
import { type Demo, openDemo } from '../demo/demo.ts'
import { FAILED, settingsFrom, t } from './command.ts'

const OUTBOX_SECONDS = 5
const SEARCH_SECONDS = 60
const ASKING_SECONDS = 15
const CONSEQUENCE_SECONDS = 300
const MAILBOX_SECONDS = 60
const DAY_SECONDS = 86_400
/** Reminders: what is due is asked anew, and written once. */
const HOUR_SECONDS = 3600

/** A running Rundtisch. `stop` finishes what runs; `ended` comes true when the database ends by itself. */
export type Running = {
  readonly ground: Ground
  /** Where people reach it. */
  readonly address: string
  /** What whoever started it should see: a link to sign in with, or to set it up. */
  readonly invitation: Invitation | null
  readonly ended: Promise<void>
  stop(): Promise<void>
}
export type Invitation = { readonly kind: 'demo' | 'set-up'; readonly link: string }

/** `rundtisch start`: serves until a signal. */
export async function run(args: readonly string[]): Promise<number> {
  const stopped = signal()
  const { settings, flags } = settingsFrom(args, { demo: { type: 'boolean' } })
  const running = await startRundtisch(settings, { demo: flags.demo === true })
  announce(running)
  const outcome = await Promise.race([stopped, running.ended.then(() => FAILED)])
  console.error(t(outcome === FAILED ? 'cli.start.database-ended' : 'cli.start.stopping'))
  await running.stop()
  return outcome
}

// Heard from the beginning: a start is completed and then ended in order. A second signal, as of Ctrl+C, changes nothing.
const signal = (): Promise<number> =>
  new Promise(resolve => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => resolve(0))
  })

function announce({ address, invitation }: Running): void {
  console.log(`\n  ${t('cli.start.address', { address })}`)
  if (invitation) console.log(`  ${t(`cli.start.${invitation.kind}`, { link: invitation.link })}`)
  console.log(`  ${t('cli.start.how-to-stop')}\n`)
}

/**
 * Takes the port, opens and migrates the database, and serves. A port 0 takes a free one. Problems: those of
 * `listen` and `installedDatabase`.
 */
export async function startRundtisch(
  wanted: Settings,
  { demo = false, clock = systemClock }: { demo?: boolean; clock?: Clock } = {},
): Promise<Running> {
  const listening = await listen(wanted.host, wanted.port)
  const settings = { ...wanted, publicUrl: publicUrlOf(wanted, listening.port) }
  const database = await installedDatabase(settings, clock).catch(async error => {
    await listening.stop()
    throw error
  })
  const signals = signalsAt(database.app)
  const ground: Ground = { db: database.db, clock, files: fileStore(settings.dataFolder), settings, signals }
  const jobs = await startJobs(database.app, (error, name) => {
    if (settings.log !== 'quiet') console.error(name, error)
  })
  const stop = async () => {
    // Streams end first: nobody waits for those who only listen.
    await signals.close()
    await listening.stop()
    await jobs.stop()
    await database.close()
  }
  try {
    const opened = demo ? await openDemo(ground) : null
    const app = buildApp(ground)
    const answer: Fetch = (request, env) => app.fetch(request, env as object)
    listening.serve(compressed(settings.log === 'requests' ? logged(answer, clock, console.log) : answer))
    await jobs.every('outbox.send', OUTBOX_SECONDS, async () => void (await sendWaiting(ground)))
    if (settings.imapUrl)
      await jobs.every('mailbox.read', MAILBOX_SECONDS, async () => void (await readMailbox(ground)))
    await jobs.every('invitation.remind', HOUR_SECONDS, () => remindInvitations(ground))
    await jobs.every('poll.remind', HOUR_SECONDS, () => remindPolls(ground))
    await jobs.every('asking.begin', HOUR_SECONDS, () => beginAskings(ground))
    await jobs.every('asking.write', ASKING_SECONDS, async () => void (await writeAskings(ground)))
    await jobs.every('seat.report', HOUR_SECONDS, async () => void (await openReports(ground)))
    await jobs.every('condition.ask', HOUR_SECONDS, async () => void (await askConditions(ground)))
    await jobs.every(
      'consequence.fire',
      CONSEQUENCE_SECONDS,
      async () => void (await fireConsequences(ground, reactions)),
    )
    await jobs.every('search.keep', SEARCH_SECONDS, async () => void (await keepWaiting(ground)))
    await jobs.every('retention.run', DAY_SECONDS, () => retainNightly(ground))
    return {
      ...{ ground, address: settings.publicUrl, stop, ended: database.ended },
      invitation: await invitationOf(ground, opened),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function invitationOf(ground: Ground, demo: Demo | null): Promise<Invitation | null> {
  if (demo) return { kind: 'demo', link: await oneTimeLink(ground, demo.network, demo.coordinator) }
  return (await needsSetUp(ground)) ? { kind: 'set-up', link: setUpAddress(ground) } : null
}
