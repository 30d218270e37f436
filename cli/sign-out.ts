import { asViewer, type Identity } from '../app/access/viewer.ts'
import { networkAt } from '../app/features/account/finds.ts'
import { signEverybodyOut, signPersonOut } from '../app/features/account/session/acts.ts'
import { personWithEmail } from '../app/features/account/store.ts'
import { systemClock } from '../app/ground/clock.ts'
import { fileStore } from '../app/ground/files.ts'
import type { Ground } from '../app/ground/ground.ts'
import { installedDatabase } from '../app/ground/postgres/installation.ts'
import { Problem } from '../app/ground/problems.ts'
import { signalsAt } from '../app/ground/signals.ts'
import { Misuse, settingsFrom, t } from './command.ts'

/** Under this name the network without a host answers, and the only one of most installations. */
const USUAL_HOST = 'localhost'

/**
 * `rundtisch sign-out --email ADDRESS | --everybody [--network HOST]`: ends sessions at once, on every device; whoever
 * has one may sign in again. The journal keeps a line. Problem: `person-unknown`.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { settings, flags } = settingsFrom(args, {
    email: { type: 'string' },
    everybody: { type: 'boolean' },
    network: { type: 'string' },
  })
  const email = typeof flags.email === 'string' ? flags.email : null
  if ((email === null) === (flags.everybody !== true)) throw new Misuse(t('cli.sign-out.usage'))
  const database = await installedDatabase(settings, systemClock, { mayAttach: true })
  try {
    const signals = signalsAt(database.app)
    const ground = { db: database.db, clock: systemClock, files: fileStore(settings.dataFolder), settings, signals }
    const count = await endSessions(ground, String(flags.network ?? USUAL_HOST), email)
    console.log(t('cli.sign-out.done', { count }))
    return 0
  } finally {
    await database.close()
  }
}

/** The command without its start: of one person, or with null of everybody. Gives how many sessions ended. */
export async function endSessions(ground: Ground, host: string, email: string | null): Promise<number> {
  const network = await networkAt(ground, host)
  if (!network) throw new Problem('not-found')
  const identity: Identity = { network, language: 'de', as: { kind: 'system', name: 'operator' } }
  const asker = { ground, identity, reactions: [] }
  if (email === null) {
    const all = await signEverybodyOut(asker, {})
    return all.ok ? all.value : 0
  }
  const person = await asViewer(ground, identity, 'read', viewer => personWithEmail(viewer, email))
  if (!person) throw new Problem('person-unknown')
  const ended = await signPersonOut(asker, { id: person.id })
  return ended.ok ? ended.value.count : 0
}
