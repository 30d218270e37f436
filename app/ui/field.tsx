import { type ComponentChildren, createContext, toChildArray, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { TextKey, Texts } from '../texts/texts.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.tsx'

/** `code` is one of the house's closed list, its sentence the text `problem.<code>`; `values` fill its placeholders. */
export type FormProblem = {
  readonly code: string
  readonly field?: string
  readonly values?: Readonly<Record<string, unknown>>
}

/**
 * What was typed into a form that came back, and what was wrong with it. Without problems it is a first visit. Of several
 * fields of one name the values are `name.0`, `name.1`.
 */
export type FormState = { readonly values: Readonly<Record<string, string>>; readonly problems: readonly FormProblem[] }

type Around = { readonly state: FormState | null; readonly prefix: string }
/** The form around a field. `state` is null on a first visit. */
export const Around = createContext<Around>({ state: null, prefix: 'field' })

/** The sentence for a problem: what is wrong and what to do. */
export function problemText(t: Texts, { code, values = {} }: FormProblem): string {
  const told = Object.entries(values).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return t(`problem.${code}` as TextKey, Object.fromEntries(told) as Record<string, string | number>)
}

/** The labels of the fields written directly into a form, by name, for the summary above them. */
function labelsIn(children: ComponentChildren): Map<string, ComponentChildren> {
  const labels = new Map<string, ComponentChildren>()
  for (const child of toChildArray(children)) {
    if (typeof child !== 'object') continue
    const props = (child as VNode<{ name?: unknown; label?: ComponentChildren; legend?: ComponentChildren }>).props
    const label = props.label ?? props.legend
    if (typeof props.name === 'string' && label !== undefined) labels.set(props.name, label)
    for (const [name, inner] of labelsIn(props.children)) labels.set(name, inner)
  }
  return labels
}

/** Takes the focus when the page loads, so that a reader who sees nothing hears at once what is wrong. */
export function ErrorSummary({ children }: { children: ComponentChildren }) {
  const { t } = useLanguage()
  const { state, prefix } = useContext(Around)
  if (!state) return null
  const labels = labelsIn(children)
  return (
    <div class="kern-alert kern-alert--danger notice" role="alert" tabIndex={-1} autofocus>
      <Icon name="error" />
      <div class="notice-body">
        <p class="kern-title">{t('ui.form.problems', { count: state.problems.length })}</p>
        <ul>
          {state.problems.map(problem => {
            const sentence = problemText(t, problem)
            const label = labels.get(problem.field ?? '')
            if (label === undefined) return <li>{sentence}</li>
            return (
              <li>
                <a href={`#${prefix}-${problem.field}`}>
                  {label}: {sentence}
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}

export type FieldProps = {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly required?: boolean
  /** Leaves the word "optional" away, where nothing in a form must be filled in: searches, filters. */
  readonly unmarked?: boolean
  /** Which one it is, where a form sends several fields of one name; from 0. */
  readonly nth?: number
}

/** What a control needs to be tied to its label, hint and error. */
type Wiring = {
  readonly id: string
  readonly name: string
  readonly required: boolean
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

export type Field = { readonly wiring: Wiring; readonly typed: string | null; readonly error: string | null }

/** Reads the form around: what was typed into this field, and what is wrong with it. */
export function useField({ name, hint, required = false, nth }: FieldProps): Field {
  const { t } = useLanguage()
  const { state, prefix } = useContext(Around)
  const problem = state?.problems.find(({ field }) => field === name)
  // The summary of problems leads to the first of several.
  const id = nth ? `${prefix}-${name}-${nth}` : `${prefix}-${name}`
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ')
  const wiring = { id, name, required, 'aria-describedby': described || undefined } as const
  return {
    wiring: { ...wiring, 'aria-invalid': problem ? 'true' : undefined },
    typed: state ? (state.values[nth === undefined ? name : `${name}.${nth}`] ?? state.values[name] ?? '') : null,
    error: problem ? problemText(t, problem) : null,
  }
}

export function FieldAround({
  field,
  props,
  children,
}: {
  field: Field
  props: FieldProps
  children: ComponentChildren
}) {
  const { id } = field.wiring
  return (
    <div class={field.error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <label class="kern-label" for={id}>
        <LabelWords props={props} />
      </label>
      {props.hint && (
        <div class="kern-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={field.error} />
    </div>
  )
}

export function LabelWords({ props: { label, required, unmarked } }: { props: FieldProps }) {
  const { t } = useLanguage()
  if (required || unmarked) return <>{label}</>
  return (
    <>
      {label} <span class="kern-label__optional">{t('ui.form.optional')}</span>
    </>
  )
}

export function FieldError({ id, error }: { id: string; error: string | null }) {
  if (error === null) return null
  return (
    <p class="kern-error" id={`${id}-error`}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  )
}
