import type { Id } from '../schema.ts'
import type { Signal, Signals } from '../signals.ts'

/** What was answered to one, and is answered to others who ask the same. */
export type Made = { readonly bytes: string | Uint8Array; readonly headers: Readonly<Record<string, string>> }

/** All answers together; a larger one alone is not kept. */
const MOST_BYTES = 20_000_000
/** An address may carry any query. */
const MOST_ANSWERS = 500

type Entry = { readonly network: Id; readonly made: Promise<Made | null>; bytes: number }

/**
 * Answers that are the same for everybody who is not signed in, kept until something in their network changes: any act
 * in this process forgets them before it is acknowledged, one in another process when its signal comes (some
 * milliseconds). Who asks while an answer is made waits for it, so that many at once are one.
 */
export class Kept {
  private readonly entries = new Map<string, Entry>()
  private readonly signals: Signals
  private listening: Promise<unknown> | null = null
  private bytes = 0

  constructor(signals: Signals) {
    this.signals = signals
  }

  /** The answer of that name in that network; `make` is asked where none is kept. Null is handed on and not kept. */
  async answer(network: Id, name: string, make: () => Promise<Made | null>): Promise<Made | null> {
    this.listening ??= this.signals.listen(signal => this.hear(signal))
    await this.listening
    const key = `${network} ${name}`
    const known = this.entries.get(key)
    if (known) {
      // The one asked for last goes last.
      this.entries.delete(key)
      this.entries.set(key, known)
      return known.made
    }
    const entry: Entry = { network, made: make(), bytes: 0 }
    this.entries.set(key, entry)
    try {
      const made = await entry.made
      // While it was made something changed, and another may have begun.
      if (this.entries.get(key) !== entry) return made
      if (made && made.bytes.length <= MOST_BYTES) this.weigh(entry, made.bytes.length)
      else this.forget(key, entry)
      return made
    } catch (error) {
      if (this.entries.get(key) === entry) this.forget(key, entry)
      throw error
    }
  }

  private weigh(entry: Entry, bytes: number): void {
    entry.bytes = bytes
    this.bytes += bytes
    for (const [key, oldest] of this.entries) {
      if (this.bytes <= MOST_BYTES && this.entries.size <= MOST_ANSWERS) return
      this.forget(key, oldest)
    }
  }

  private forget(key: string, entry: Entry): void {
    this.entries.delete(key)
    this.bytes -= entry.bytes
  }

  private hear(signal: Signal): void {
    if (signal.kind === 'writing') return
    for (const [key, entry] of this.entries)
      if (signal.kind === 'gap' || entry.network === signal.network) this.forget(key, entry)
  }
}
