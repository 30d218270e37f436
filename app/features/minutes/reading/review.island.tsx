/**
 * Saves a person going through a long reading the way back: a judged item changes in place, marked text fills the form
 * of what is missing. Without it every button is a form of its own and works the same.
 */
export default function mount(root: HTMLElement): void {
  root.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[form="judge"]')
    if (!button?.form || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    judge(root, button, button.form)
  })
  document.addEventListener('selectionchange', () => markedIn(root))
}

/** Sends what the button sends and takes the parts that changed out of the page that comes back. */
async function judge(root: HTMLElement, button: HTMLButtonElement, form: HTMLFormElement): Promise<void> {
  button.disabled = true
  const body = new URLSearchParams({ [button.name]: button.value })
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null)
  if (!answer?.ok) {
    // The plain way shows what is wrong, in words.
    button.disabled = false
    const name = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: button.name,
      value: button.value,
    })
    form.append(name)
    form.submit()
    return
  }
  // The address says where the page was; the answer is the page as a whole, filters left out.
  const page = location.search ? await fetch(location.href) : answer
  const fresh = new DOMParser().parseFromString(await page.text(), 'text/html')
  const next = following(root, button.value)
  for (const part of ['.numbered', '#items', '#confirm', '#names']) {
    const [before, after] = [root.querySelector(part), fresh.querySelector(part)]
    if (before && after) before.replaceWith(after)
  }
  if (button.name === 'sure') return root.querySelector<HTMLButtonElement>('button[name="sure"]')?.focus()
  focusOn(root.querySelector(`#item-${CSS.escape(button.value)}`) ? `item-${button.value}` : next)
}

/** The item after this one, for when a filter takes this one away. */
function following(root: HTMLElement, id: string): string | null {
  const item = root.querySelector(`#item-${CSS.escape(id)}`)
  return item?.nextElementSibling?.id || null
}

/** Whoever works with the keyboard goes on where he was: at the first button of the item. */
function focusOn(id: string | null): void {
  const button = id ? document.getElementById(id)?.querySelector('button') : null
  button?.focus({ preventScroll: true })
}

/** Text marked in the numbered lines goes into the form with the lines it stands on. */
function markedIn(root: HTMLElement): void {
  const selection = document.getSelection()
  const form = document.querySelector<HTMLFormElement>('#add-form')
  if (!selection || selection.isCollapsed || !form) return
  const [from, to] = [lineOf(root, selection.anchorNode), lineOf(root, selection.focusNode)]
  if (from === null || to === null) return
  fill(form, 'from', String(Math.min(from, to)))
  fill(form, 'to', String(Math.max(from, to)))
  fill(form, 'text', wordsOf(selection))
}

function lineOf(root: HTMLElement, node: Node | null): number | null {
  const line = (node instanceof Element ? node : node?.parentElement)?.closest('.numbered > li')
  return line && root.contains(line) ? Number(line.id.slice(1)) : null
}

/** The marked words without the numbers that stand beside the lines. */
function wordsOf(selection: Selection): string {
  const part = selection.getRangeAt(0).cloneContents()
  for (const number of part.querySelectorAll('li > :first-child')) if (number.nextElementSibling) number.remove()
  return (part.textContent ?? '').replace(/\s+/g, ' ').trim()
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
}
