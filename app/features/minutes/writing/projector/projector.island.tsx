import { SharedText } from '../model.ts'

type Props = {
  readonly meeting: string
  readonly item: string
  readonly covered: boolean
  readonly planned: number | null
  /** Of the other items the last change that the page knows. */
  readonly since: Readonly<Record<string, number>>
  readonly closed: readonly string[]
}

const AGAIN_MS = 2_000
const SECOND_MS = 1_000
const KEEP_EVERY = 5
const FOLLOW = 'projector/follow'

/** Lets the text on the wall grow as it is written, goes where it is written if asked to, and runs a clock. */
export default function mount(root: HTMLElement, props: Props): void {
  const follow = root.querySelector<HTMLInputElement>('.projector-follow input')!
  follow.parentElement!.hidden = false
  follow.checked = sessionStorage.getItem(FOLLOW) === 'yes'
  follow.addEventListener('change', () => sessionStorage.setItem(FOLLOW, follow.checked ? 'yes' : 'no'))
  steps(root)
  clock(root, props)
  listen(root, props, follow)
}

function steps(root: HTMLElement): void {
  const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  addEventListener('keydown', ({ key, altKey, ctrlKey, metaKey }) => {
    if (altKey || ctrlKey || metaKey) return
    const step = key === forward || key === 'PageDown' ? 'on' : key === backward || key === 'PageUp' ? 'back' : null
    if (step) root.querySelector<HTMLElement>(`[data-step="${step}"]`)?.closest('a')?.click()
  })
}

/** How long the item has been on the wall, in this window; it goes on where it was when the item comes back. */
function clock(root: HTMLElement, { meeting, item, planned }: Props): void {
  const place = root.querySelector<HTMLElement>('.projector-clock [role="timer"]')!
  const key = `projector/${meeting}/${item}`
  const before = Number(sessionStorage.getItem(key) ?? 0)
  const passed = () => before + Math.floor(Number(document.timeline.currentTime ?? 0) / SECOND_MS)
  const keep = () => sessionStorage.setItem(key, String(passed()))
  const tick = () => {
    const seconds = passed()
    place.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    place.dataset.over = String(planned !== null && seconds > planned * 60)
    if (seconds % KEEP_EVERY === 0) keep()
  }
  tick()
  setInterval(tick, SECOND_MS)
  addEventListener('pagehide', keep)
}

function listen(root: HTMLElement, props: Props, follow: HTMLInputElement): void {
  const text = new SharedText()
  const since = new Map(Object.entries(props.since))
  const open = () => {
    const known = [...since, [props.item, text.last] as const].map(([id, number]) => `${id}~${number}`).join(',')
    const source = new EventSource(`/meetings/${props.meeting}/writing/live?since=${known}`)
    source.addEventListener('change', event => {
      const { item, number, change } = JSON.parse(event.data) as { item: string; number: number; change: string }
      if (item === props.item) return show(number, change)
      since.set(item, number)
      // What is closed comes on the wall by hand only.
      if (follow.checked && !props.closed.includes(item)) location.search = `?item=${item}`
    })
    source.addEventListener('items', event => {
      if (!(JSON.parse(event.data) as { items: string[] }).items.includes(props.item)) location.search = ''
    })
    source.addEventListener('error', () => {
      source.close()
      setTimeout(open, AGAIN_MS)
    })
  }
  const show = (number: number, change: string) => {
    text.take(
      number,
      Uint8Array.from(atob(change), sign => sign.charCodeAt(0)),
    )
    const written = root.querySelector<HTMLElement>('.written')
    if (!written || props.covered) return
    written.textContent = text.text
    written.scrollTop = written.scrollHeight
  }
  open()
}
