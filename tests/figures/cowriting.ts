import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asViewer, type NetworkAtDoor } from '../../app/access/viewer.ts'
import { oneTimeLink } from '../../app/features/account/acts.ts'
import { networkAt } from '../../app/features/account/finds.ts'
import { recordMembership, recordPerson } from '../../app/features/directory/acts.ts'
import { listBodies } from '../../app/features/directory/finds.ts'
import { SharedText } from '../../app/features/minutes/writing/model.ts'
import { systemClock } from '../../app/ground/clock.ts'
import { appAddress, openDatabase, ownerAddress, ownerDatabase } from '../../app/ground/database.ts'
import { fileStore } from '../../app/ground/files.ts'
import type { Ground } from '../../app/ground/ground.ts'
import type { Connection } from '../../app/ground/postgres/connection.ts'
import { launch } from '../../app/ground/postgres/launcher.ts'
import { readSettings } from '../../app/ground/settings.ts'
import { signalsAt } from '../../app/ground/signals.ts'
import type { Figure } from './figures.ts'
import { SECRET, started, wait } from './process.ts'
import { freePort } from './server.ts'
import { median, rounded } from './texts/measured.ts'

const WRITERS = 30
const SECONDS = 60
const PATIENCE_MS = 60_000
const BUNDLE_MS = 120
const AGAIN_MS = 1_000

/**
 * 30 people write the minutes of one meeting, half of them on each of two processes over one database; after half of the
 * time one process is killed and started again. Each types a word of seven keys in about a second, then listens for one to
 * five. `medianMs` and `p99Ms`: from the last key of a word until another of them has it, over all words and all others;
 * the time around the kill is counted apart. `lostKeystrokes`: shown to their writer as saved, and not in the minutes at
 * the end. `--size`: people. `--plant lose` takes a stored change away.
 */
export const cowriting: Figure = async ({ size, plant }) => {
  const people = size ?? WRITERS
  const folder = mkdtempSync(join(tmpdir(), 'rundtisch-cowriting-'))
  const server = await launch(join(folder, 'database'))
  const ports = [await freePort(), await freePort()] as const
  const begin = (at: 0 | 1, demo: boolean) =>
    started(folder, server.connection, { port: ports[at], patienceMs: PATIENCE_MS, demo, env: { TRUST_PROXY: '1' } })
  const processes: ChildProcess[] = []
  try {
    processes.push(await begin(0, true))
    processes.push(await begin(1, false))
    const { ground, close } = await groundOn(folder, server.connection, ports[0])
    const network = (await networkAt(ground, 'localhost'))!
    const table = await seat(ground, network, people)
    const measured = new Measured()
    const writers = table.map(({ link }, at) => new Writer(at, link, ports[at % 2]!, measured))
    for (const writer of writers) await writer.enter()
    const meeting = await planned(writers[0]!)
    for (const writer of writers) await writer.open(meeting)

    const writing = writers.map(writer => writer.write(SECONDS))
    await wait((SECONDS / 2) * 1000)
    measured.disturbed = true
    processes[1]!.kill('SIGKILL')
    await wait(1000)
    processes[1] = await begin(1, false)
    await wait(5000)
    measured.disturbed = false
    await Promise.all(writing)
    await Promise.all(writers.map(writer => writer.settled()))
    if (plant === 'lose') await loseOne(server.connection)
    const texts = await writers[0]!.texts(meeting)
    const lost = writers.flatMap(({ saved }) => [...saved]).filter(word => !texts.includes(word))
    for (const writer of writers) writer.leave()
    await close()
    return {
      writers: people,
      seconds: SECONDS,
      words: writers.reduce((sum, { words }) => sum + words, 0),
      medianMs: rounded(median(measured.quiet)),
      p99Ms: rounded(percentile(measured.quiet, 0.99)),
      medianAroundKillMs: rounded(median(measured.around)),
      heard: measured.quiet.length + measured.around.length,
      lostKeystrokes: lost.length * WORD,
    }
  } finally {
    for (const child of processes) child.kill('SIGKILL')
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Signs of a word, with the blank before it. */
const WORD = 7

class Measured {
  readonly quiet: number[] = []
  readonly around: number[] = []
  disturbed = false
  private readonly typed = new Map<string, number>()

  begin(word: string): void {
    this.typed.set(word, performance.now())
  }

  heard(word: string): void {
    const begun = this.typed.get(word)
    if (begun !== undefined) (this.disturbed ? this.around : this.quiet).push(performance.now() - begun)
  }
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const WORDS = /w\d{2}[a-z]{3}/g

/** One who writes as the page's script does: bundles, one after the other, and what failed goes again. */
class Writer {
  words = 0
  readonly saved = new Set<string>()
  private readonly number: number
  private readonly link: string
  private readonly address: string
  private readonly measured: Measured
  private cookie = ''
  private meeting = ''
  private readonly items = new Map<string, SharedText>()
  private own = ''
  private typedSince: string[] = []
  private sending = false
  private gone = false

  constructor(number: number, link: string, port: number, measured: Measured) {
    this.number = number
    this.link = link
    this.address = `http://localhost:${port}`
    this.measured = measured
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: this.cookie, origin: this.address, accept: 'application/json' }
    return fetch(`${this.address}${path}`, { redirect: 'manual', ...init, headers: { ...headers, ...init.headers } })
  }

  async enter(): Promise<void> {
    const answer = await this.ask(new URL(this.link).pathname, {
      method: 'POST',
      headers: { accept: 'text/html', 'x-forwarded-for': `10.0.0.${this.number + 1}` },
    })
    const cookies = answer.headers.getSetCookie().map(one => one.split(';')[0])
    this.cookie = cookies.join('; ')
    if (answer.status !== 303 || !this.cookie) throw new Error(`could not sign in: ${answer.status}`)
  }

  async open(meeting: string): Promise<void> {
    this.meeting = meeting
    const shown = (await (await this.ask(`/meetings/${meeting}/writing`)).json()) as { items: { id: string }[] }
    for (const { id } of shown.items) this.items.set(id, new SharedText())
    this.own = shown.items[this.number % shown.items.length]!.id
    void this.listen()
    await wait(100)
  }

  private async listen(): Promise<void> {
    while (!this.gone) {
      try {
        const since = [...this.items].map(([id, { last }]) => `${id}~${last}`).join(',')
        const answer = await this.ask(`/meetings/${this.meeting}/writing/live?since=${since}`)
        let text = ''
        for await (const bytes of answer.body!.pipeThrough(
          new TextDecoderStream() as never,
        ) as never as AsyncIterable<string>) {
          text += bytes
          const events = text.split('\n\n')
          text = events.pop()!
          for (const event of events) this.hear(event)
          if (this.gone) break
        }
      } catch {
        // The process is gone: it comes back.
      }
      await wait(AGAIN_MS)
      void this.send()
    }
  }

  private hear(event: string): void {
    if (!event.startsWith('event: change')) return
    const { item, number, change } = JSON.parse(event.slice(event.indexOf('data: ') + 6))
    const text = this.items.get(item)
    if (!text) return
    const before = new Set(text.text.match(WORDS))
    text.take(number, Buffer.from(change, 'base64'))
    for (const word of text.text.match(WORDS) ?? []) if (!before.has(word)) this.measured.heard(word)
  }

  /**
   * Types for so many seconds, on a line of his own as people do: keys of several at one place would make words of
   * nobody. A word names its writer and its place, so that it is found again.
   */
  async write(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000
    const text = this.items.get(this.own)!
    const line = `n${String(this.number).padStart(2, '0')}:`
    text.write(`${text.text}\n${line}`)
    while (performance.now() < end) {
      const word = `w${String(this.number).padStart(2, '0')}${lettersOf(this.words++)}`
      for (const key of ` ${word}`) {
        text.write(withKey(text.text, line, key))
        this.bundle ??= setTimeout(() => this.send(), BUNDLE_MS)
        await wait(80 + Math.random() * 120)
      }
      this.typedSince.push(word)
      this.measured.begin(word)
      await wait(1000 + Math.random() * 4000)
    }
  }
  private bundle: NodeJS.Timeout | undefined

  private async send(): Promise<void> {
    clearTimeout(this.bundle)
    this.bundle = undefined
    if (this.sending) return
    const text = this.items.get(this.own)!
    const change = text.toSend()
    if (!change) return
    this.sending = true
    const typed = this.typedSince
    this.typedSince = []
    const answer = await this.ask(`/agenda/${this.own}/writing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ change: Buffer.from(change).toString('base64') }),
    }).catch(() => null)
    this.sending = false
    if (answer?.ok) {
      text.sent(change)
      for (const word of typed) this.saved.add(word)
    } else {
      text.notSent()
      this.typedSince.unshift(...typed)
    }
    if (!text.safe) this.bundle ??= setTimeout(() => this.send(), answer?.ok ? BUNDLE_MS : AGAIN_MS)
  }

  async settled(): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
      if (this.items.get(this.own)!.safe) return
      await wait(100)
    }
    throw new Error(`writer ${this.number} could not save`)
  }

  async texts(meeting: string): Promise<string> {
    const shown = (await (await this.ask(`/meetings/${meeting}/writing`)).json()) as { items: { text: string }[] }
    return shown.items.map(({ text }) => text).join('\n')
  }

  leave(): void {
    this.gone = true
  }
}

const withKey = (text: string, line: string, key: string): string =>
  text
    .split('\n')
    .map(one => (one.startsWith(line) ? one + key : one))
    .join('\n')

const lettersOf = (count: number): string =>
  [676, 26, 1].map(step => String.fromCharCode(97 + (Math.floor(count / step) % 26))).join('')

async function planned(coordinator: Writer): Promise<string> {
  const list = (await (await coordinator.ask('/meetings')).json()) as { bodies: { id: string; name: string }[] }
  const bodyId = list.bodies.find(({ name }) => name.startsWith('Vorstand'))!.id
  const answer = await coordinator.ask('/meetings', {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams({ name: 'Große Runde', bodyId, day: '2030-01-07', audience: 'body', announced: 'yes' }),
  })
  return answer.headers.get('location')!.split('/')[2]!.split('?')[0]!
}

/** The coordinator and as many members of the board as there are writers, each with a link to sign in. */
async function seat(ground: Ground, network: NetworkAtDoor, people: number): Promise<{ link: string }[]> {
  const identity = { network, language: 'de', as: { kind: 'system', name: 'demo' } } as const
  const emails = await asViewer(ground, identity, 'write', async viewer => {
    const board = (await listBodies(viewer)).find(({ name }) => name.startsWith('Vorstand'))!
    const made: string[] = []
    for (let at = 1; at < people; at++) {
      const email = `schreibt${at}@tisch.example`
      const personId = await recordPerson(viewer, { name: `Schreibt ${at}`, email })
      await recordMembership(viewer, { personId, bodyId: board.id, role: 'member', startDate: '2026-01-01' })
      made.push(email)
    }
    return made
  })
  const links: { link: string }[] = []
  for (const email of ['mira.halden@auenfurt.example', ...emails])
    links.push({ link: await oneTimeLink(ground, network, email) })
  return links
}

async function groundOn(folder: string, connection: Connection, port: number) {
  const address = appAddress(connection)
  const db = await openDatabase(address)
  const settings = readSettings({
    ...{ RUNDTISCH_DATA: folder, SECRET, PUBLIC_URL: `http://localhost:${port}`, LOG: 'quiet' },
  })
  const signals = signalsAt(address)
  const ground: Ground = { db, clock: systemClock, files: fileStore(folder), settings, signals }
  return { ground, close: () => db.destroy() }
}

async function loseOne(connection: Connection): Promise<void> {
  const owner = ownerDatabase(ownerAddress(connection))
  const rows = await owner
    .selectFrom('writing')
    .select(['agenda_item_id', 'number'])
    .orderBy('number', 'desc')
    .execute()
  // Those that hold everything before them would bring it back.
  await owner
    .deleteFrom('writing')
    .where('number', '>', rows[0]!.number - 30)
    .execute()
  await owner.destroy()
}
