import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Props = { readonly options: string }

/**
 * Hands our question to the browser and its answer to the form. Where there are no passkeys, the form stays hidden and
 * the link by mail is the way.
 */
export default function mount(element: HTMLElement, { options }: Props): void {
  const form = element.querySelector('form')
  if (!form || typeof PublicKeyCredential === 'undefined') return
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    void ask(form, options)
  })
}

async function ask(form: HTMLFormElement, options: string): Promise<void> {
  const problem = form.querySelector<HTMLElement>('[role="alert"]')
  const button = form.querySelector('button')
  if (problem) problem.hidden = true
  if (button) button.disabled = true
  try {
    const headers = { accept: 'application/json' }
    const answer = await fetch(options, { method: 'POST', headers, body: new URLSearchParams() })
    // Not recently signed in, or too often tried: the page says so in words.
    if (!answer.ok) return plainly(form, options)
    const { value } = await answer.json()
    const credential = value.options.user
      ? await startRegistration({ optionsJSON: value.options })
      : await startAuthentication({ optionsJSON: value.options })
    const field = form.elements.namedItem('answer') as HTMLInputElement
    field.value = JSON.stringify(credential)
    form.submit()
  } catch {
    // Turned down, timed out, or another device: nothing has happened, and it can be tried again.
    if (problem) problem.hidden = false
    if (button) button.disabled = false
  }
}

function plainly(form: HTMLFormElement, options: string): void {
  form.action = options
  form.submit()
}
