import type { Asker } from '../../../access/act.ts'
import { mayAct } from '../../../access/may.ts'
import { asViewer, type Identity } from '../../../access/viewer.ts'
import type { Ground } from '../../../ground/ground.ts'
import type { Id } from '../../../ground/schema.ts'
import type { Signal } from '../../../ground/signals.ts'
import type { LiveEvent } from '../../../ui/doors.tsx'
import type { WritingSince } from './contract.ts'
import { type Change, changesAfter, findWritingMeeting, itemsToWrite } from './store.ts'

/** Whoever can not take in so many events is cut off, and asks anew for what he lacks. */
const MOST_WAITING = 2_000

/**
 * What is written at a meeting, as it is committed, to one who writes there. A process reads each change once and hands
 * it to all who listen there; which items are open to whom is asked anew after every act in the network and before the
 * next change goes out, so that a closed item never reaches whoever was asked to leave. Null for who may not listen.
 */
export async function writingFeed(asker: Asker, { id, since }: WritingSince): Promise<AsyncIterable<LiveEvent> | null> {
  const { ground, identity } = asker
  const items = await openItems(ground, identity, id)
  if (!items) return null
  const hub = hubOf(ground)
  const listener = new Listener(ground, identity, id, sinceOf(since))
  await hub.join(listener)
  return listener.events(() => hub.leave(listener))
}

const sinceOf = (since: string): Map<Id, number> =>
  new Map(
    since
      .split(',')
      .filter(Boolean)
      .map(one => one.split('~') as [Id, string])
      .map(([item, number]) => [item, Number(number)]),
  )

/** The items that are open for writing to this asker now; null where there is no such meeting for him. */
const openItems = (ground: Ground, identity: Identity, meetingId: Id): Promise<ReadonlySet<Id> | null> =>
  asViewer(ground, identity, 'read', async viewer => {
    const meeting = await findWritingMeeting(viewer, meetingId)
    return meeting && mayAct(viewer, 'minutes.write', meeting) ? itemsToWrite(viewer, meetingId) : null
  })

class Listener {
  readonly ground: Ground
  readonly identity: Identity
  readonly meeting: Id
  /** The last change of each item that was handed out. */
  readonly since: Map<Id, number>
  /** Items that are open; null while that has to be asked. */
  private open: ReadonlySet<Id> | null = null
  private readonly waiting: LiveEvent[] = []
  private wake: () => void = () => {}
  private ended = false

  constructor(ground: Ground, identity: Identity, meeting: Id, since: Map<Id, number>) {
    this.ground = ground
    this.identity = identity
    this.meeting = meeting
    this.since = since
  }

  doubt(): void {
    this.open = null
  }

  end(): void {
    this.ended = true
    this.wake()
  }

  /** Hands out those of the changes that are open to the listener and new to him. */
  async hear(changes: readonly Change[]): Promise<void> {
    if (!this.open) await this.ask()
    for (const { item, number, change } of changes) {
      if (!this.open?.has(item) || number <= (this.since.get(item) ?? 0)) continue
      this.since.set(item, number)
      this.push({ name: 'change', data: { item, number, change: Buffer.from(change).toString('base64') } })
    }
  }

  private async ask(): Promise<void> {
    this.open = await openItems(this.ground, this.identity, this.meeting)
    this.push({ name: 'items', data: { items: [...(this.open ?? [])] } })
    if (!this.open) this.end()
  }

  private push(event: LiveEvent): void {
    this.waiting.push(event)
    if (this.waiting.length > MOST_WAITING) this.ended = true
    this.wake()
  }

  async *events(leave: () => void): AsyncGenerator<LiveEvent> {
    try {
      while (true) {
        const next = this.waiting.shift()
        if (next) yield next
        else if (this.ended) return
        else
          await new Promise<void>(resolve => {
            this.wake = resolve
          })
      }
    } finally {
      leave()
    }
  }
}

/** The listeners of one process. */
class Hub {
  private readonly ground: Ground
  private readonly listeners = new Map<Id, Set<Listener>>()
  /** One meeting after the other, and for each one round after the other: no change overtakes another. */
  private readonly rounds = new Map<Id, Promise<void>>()
  private readonly again = new Set<Id>()
  private listening: Promise<unknown> | null = null

  constructor(ground: Ground) {
    this.ground = ground
    ground.signals.closed.addEventListener('abort', () => {
      for (const some of this.listeners.values()) for (const one of some) one.end()
    })
  }

  async join(listener: Listener): Promise<void> {
    this.listening ??= this.ground.signals.listen(signal => this.hear(signal))
    await this.listening
    const some = this.listeners.get(listener.meeting) ?? new Set()
    this.listeners.set(listener.meeting, some.add(listener))
    await this.round(listener.meeting)
  }

  leave(listener: Listener): void {
    const some = this.listeners.get(listener.meeting)
    some?.delete(listener)
    if (some?.size === 0) this.listeners.delete(listener.meeting)
  }

  private hear(signal: Signal): void {
    if (signal.kind === 'writing') {
      if (this.listeners.has(signal.meeting)) void this.round(signal.meeting)
      return
    }
    for (const [meeting, some] of this.listeners) {
      const concerned = [...some].filter(one => signal.kind === 'gap' || one.identity.network.id === signal.network)
      for (const one of concerned) one.doubt()
      if (concerned.length > 0) void this.round(meeting)
    }
  }

  /** Reads what is new and hands it out. Asked while one runs, it runs once more. */
  private round(meeting: Id): Promise<void> {
    const running = this.rounds.get(meeting)
    if (running) {
      this.again.add(meeting)
      return running
    }
    const round = this.handOut(meeting).finally(() => {
      this.rounds.delete(meeting)
      if (this.again.delete(meeting)) void this.round(meeting)
    })
    this.rounds.set(meeting, round)
    return round
  }

  private async handOut(meeting: Id): Promise<void> {
    const some = [...(this.listeners.get(meeting) ?? [])]
    if (some.length === 0) return
    const { identity, ground } = some[0]!
    const system: Identity = { ...identity, as: { kind: 'system', name: 'writing' } }
    try {
      const changes = await asViewer(ground, system, 'read', async viewer => {
        const items = await itemsToWrite(viewer, meeting)
        return changesAfter(viewer, items, fewest(items, some))
      })
      for (const listener of some) await listener.hear(changes)
    } catch (error) {
      // They come back and ask for what they lack.
      for (const listener of some) listener.end()
      if (ground.settings.log !== 'quiet') console.error(error)
    }
  }
}

/** What everybody has of each item. */
const fewest = (items: ReadonlySet<Id>, listeners: readonly Listener[]): Map<Id, number> =>
  new Map([...items].map(item => [item, Math.min(...listeners.map(({ since }) => since.get(item) ?? 0))]))

const hubs = new WeakMap<Ground, Hub>()
function hubOf(ground: Ground): Hub {
  const hub = hubs.get(ground) ?? new Hub(ground)
  hubs.set(ground, hub)
  return hub
}
