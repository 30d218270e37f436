import { IndexeddbPersistence } from 'y-indexeddb'
import { Doc } from 'yjs'
import { differing, lineWords, placeAfter, SharedText } from './model.ts'

/** Typing goes out in bundles of this many ms. */
const BUNDLE_MS = 120
const AGAIN_MS = 2_000
/** So many ms without a key, and what was written is looked at. */
const PAUSE_MS = 1_500
/** A browser that may not keep anything never says so: after so many ms it holds nothing. */
const KEPT_WITHIN_MS = 5_000
const REFUSED_FOR_GOOD = new Set([403, 404, 409, 413, 422])

type State = 'saved' | 'saving' | 'offline' | 'refused'

/**
 * Joins the fields to what others write. What is not with the server yet is kept in this browser, also over a closed
 * lid, and goes out as soon as the line is back. The plain forms stay for whoever has no script.
 */
export default function mount(root: HTMLElement, { meeting }: { meeting: string }): void {
  const room = new Room(root, meeting)
  for (const area of root.querySelectorAll<HTMLTextAreaElement>('textarea[name="text"]')) room.add(area)
  room.listen()
}

class Room {
  private readonly root: HTMLElement
  private readonly meeting: string
  private readonly fields = new Map<string, Field>()
  private source: EventSource | null = null
  private failed: State | null = null

  constructor(root: HTMLElement, meeting: string) {
    this.root = root
    this.meeting = meeting
    addEventListener('online', () => this.listen())
    addEventListener('offline', () => this.say('offline'))
    addEventListener('beforeunload', event => {
      if (!this.safe) event.preventDefault()
    })
  }

  get safe(): boolean {
    return [...this.fields.values()].every(({ safe }) => safe)
  }

  add(area: HTMLTextAreaElement): void {
    const id = area.closest('section')!.id.slice('item-'.length)
    const field = new Field(id, area, `${this.meeting}/${id}`, state => this.say(state))
    this.fields.set(id, field)
    void field.found.then(() => this.source?.readyState === EventSource.OPEN && this.say('saved'))
  }

  /** Asks for what is missing and for all that comes. */
  listen(): void {
    this.source?.close()
    const since = [...this.fields].map(([id, { text }]) => `${id}~${text.last}`).join(',')
    const source = new EventSource(`/meetings/${this.meeting}/writing/live?since=${since}`)
    this.source = source
    source.addEventListener('open', () => {
      for (const field of this.fields.values()) field.send()
      this.say('saved')
    })
    source.addEventListener('change', event => {
      const { item, number, change } = JSON.parse(event.data) as { item: string; number: number; change: string }
      this.fields.get(item)?.take(number, bytesOf(change))
    })
    source.addEventListener('items', event => this.open((JSON.parse(event.data) as { items: string[] }).items))
    // By itself it would ask for what it asked for at first.
    source.addEventListener('error', () => {
      source.close()
      this.say('offline')
      setTimeout(() => this.source === source && this.listen(), AGAIN_MS)
    })
  }

  /** An item that was closed to whoever sits here goes from the page, with what this browser kept of it. */
  private open(items: readonly string[]): void {
    for (const [id, field] of this.fields) {
      if (items.includes(id)) continue
      field.close()
      this.fields.delete(id)
    }
    // One that is open only now comes with the page.
    if (items.some(id => !this.fields.has(id)) && this.safe) location.reload()
  }

  say(state: State): void {
    if (state === 'refused') this.failed = state
    const line = this.root.querySelector<HTMLElement>('.writing-state')
    if (!line) return
    const now = this.failed ?? (state === 'saved' && !this.safe ? 'saving' : state)
    line.hidden = false
    for (const one of line.querySelectorAll<HTMLElement>('[data-state]')) one.hidden = one.dataset.state !== now
    line.dataset.now = now
  }
}

class Field {
  readonly text: SharedText
  /** Comes true when what this browser kept of the text is in it, and on its way. */
  readonly found: Promise<void>
  private complete = false
  private readonly id: string
  private readonly area: HTMLTextAreaElement
  private readonly kept: IndexeddbPersistence
  private readonly say: (state: State) => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending = false
  private looking: ReturnType<typeof setTimeout> | undefined

  constructor(id: string, area: HTMLTextAreaElement, name: string, say: (state: State) => void) {
    this.id = id
    this.area = area
    this.say = say
    const doc = new Doc()
    this.text = new SharedText(doc)
    this.kept = new IndexeddbPersistence(`minutes/${name}`, doc)
    const found = this.kept.whenSynced.then(() => {
      this.show()
      void this.send()
    })
    const late = new Promise(resolve => setTimeout(resolve, KEPT_WITHIN_MS))
    this.found = Promise.race([found, late]).then(() => {
      this.complete = true
    })
    area.form!.querySelector('button')!.hidden = true
    this.section.querySelector<HTMLElement>('.writing-look')!.hidden = true
    this.look()
    area.addEventListener('input', () => this.written())
    area.addEventListener('keydown', event => this.key(event))
    this.grow()
  }

  /** Whether the server has all that was ever written here. */
  get safe(): boolean {
    return this.complete && this.text.safe
  }

  private get section(): HTMLElement {
    return this.area.closest('section')!
  }

  /** Shows what the reader takes the text for once nobody writes here for a moment: the list of the page that says it. */
  private look(): void {
    clearTimeout(this.looking)
    this.looking = setTimeout(async () => {
      if (!this.safe) return this.look()
      const asked = this.text.text
      const list = this.section.querySelector<HTMLElement>('.writing-found')!
      const answer = await fetch(`/agenda/${this.id}/writing/found`, { headers: { accept: 'text/html' } }).catch(
        () => null,
      )
      if (!answer?.ok || asked !== this.text.text) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.querySelector('main .writing-found')
      list.replaceChildren(...(found?.children ?? []))
      list.hidden = found === null
    }, PAUSE_MS)
  }

  private written(): void {
    this.text.write(this.area.value)
    this.look()
    this.grow()
    this.say('saving')
    this.timer ??= setTimeout(() => this.send(), BUNDLE_MS)
  }

  /** Alt and a number begin the line with its word. */
  private key(event: KeyboardEvent): void {
    const word = event.altKey && lineWords[Number(event.code.slice('Digit'.length)) - 1]?.[1]
    if (!word || !event.code.startsWith('Digit')) return
    event.preventDefault()
    const { value, selectionStart } = this.area
    const at = value.lastIndexOf('\n', selectionStart - 1) + 1
    this.area.setRangeText(`${word}: `, at, at, 'preserve')
    this.area.setSelectionRange(selectionStart + word.length + 2, selectionStart + word.length + 2)
    this.written()
  }

  take(number: number, change: Uint8Array): void {
    this.text.take(number, change)
    this.show()
  }

  /** The field says what the text says; whoever types stays where he was. */
  private show(): void {
    const { value, selectionStart, selectionEnd } = this.area
    const now = this.text.text
    if (now === value) return
    this.look()
    const between = differing(value, now)
    this.area.value = now
    if (document.activeElement === this.area)
      this.area.setSelectionRange(placeAfter(selectionStart, between), placeAfter(selectionEnd, between))
    this.grow()
  }

  private grow(): void {
    this.area.rows = Math.max(3, this.area.value.split('\n').length + 1)
  }

  /** Sends what the server does not have, one bundle after the other. */
  async send(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (this.sending) return
    const change = this.text.toSend()
    if (!change) return
    this.sending = true
    const answer = await fetch(`/agenda/${this.id}/writing`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ change: base64Of(change) }),
    }).catch(() => null)
    this.sending = false
    if (answer?.ok) {
      this.text.sent(change)
      this.say('saved')
    } else {
      this.text.notSent()
      this.say(answer && REFUSED_FOR_GOOD.has(answer.status) ? 'refused' : 'offline')
      if (answer && REFUSED_FOR_GOOD.has(answer.status)) return
    }
    if (!this.text.safe) this.timer ??= setTimeout(() => this.send(), answer?.ok ? BUNDLE_MS : AGAIN_MS)
  }

  close(): void {
    clearTimeout(this.timer)
    clearTimeout(this.looking)
    this.section.remove()
    void this.kept.clearData()
  }
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))
