import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import {
  Around,
  ErrorSummary,
  FieldAround,
  FieldError,
  type FieldProps,
  LabelWords,
  type FormState as State,
  useField,
} from './field.tsx'
import { Icon, type IconName } from './icon.tsx'

export type FormState = State

type FormProps = {
  readonly action: string
  /** `get` for searches and filters: nothing is changed, the address can be kept. */
  readonly method?: 'post' | 'get'
  /** Null on the first visit; after a refusal it fills fields, marks them and lists the problems. */
  readonly state?: FormState | null
  /** Sets the fields' ids apart where a page has several forms. */
  readonly id?: string
  /** Needed when a file goes along. */
  readonly files?: boolean
  readonly class?: string
  readonly children: ComponentChildren
}

export function Form({ action, method = 'post', state = null, id, files = false, children, ...rest }: FormProps) {
  const encoding = files ? 'multipart/form-data' : undefined
  return (
    <Around.Provider value={{ state: state && state.problems.length > 0 ? state : null, prefix: id ?? 'field' }}>
      <form id={id} class={rest.class ?? 'form'} action={action} method={method} encType={encoding} noValidate>
        <ErrorSummary>{children}</ErrorSummary>
        {children}
      </form>
    </Around.Provider>
  )
}

const inputClass = (error: string | null) =>
  error ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input'

type TextInputProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'time'
  readonly value?: string
  readonly autocomplete?: string
  readonly maxLength?: number
  /** Proposals to choose from; anything else may be typed. */
  readonly proposals?: readonly string[]
}

export function TextInput(props: TextInputProps) {
  const field = useField(props)
  const { type = 'text', value, autocomplete, maxLength, proposals } = props
  const list = proposals ? `${field.wiring.id}-proposals` : undefined
  return (
    <FieldAround field={field} props={props}>
      <input
        {...field.wiring}
        class={inputClass(field.error)}
        type={type}
        value={field.typed ?? value}
        autocomplete={autocomplete}
        maxLength={maxLength}
        list={list}
        dir="auto"
      />
      {proposals && (
        <datalist id={list}>
          {proposals.map(proposal => (
            <option value={proposal} />
          ))}
        </datalist>
      )}
    </FieldAround>
  )
}

export function TextArea(props: FieldProps & { value?: string; rows?: number; maxLength?: number }) {
  const field = useField(props)
  return (
    <FieldAround field={field} props={props}>
      <textarea
        {...field.wiring}
        class={inputClass(field.error)}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        dir="auto"
        value={field.typed ?? props.value ?? ''}
      />
    </FieldAround>
  )
}

/** A day as `YYYY-MM-DD`, by the browser's own calendar. */
export function DateInput(props: FieldProps & { value?: string; min?: string; max?: string }) {
  const field = useField(props)
  const { value, min, max } = props
  return (
    <FieldAround field={field} props={props}>
      <input
        {...field.wiring}
        class={`${inputClass(field.error)} input-short`}
        type="date"
        value={field.typed ?? value}
        min={min}
        max={max}
      />
    </FieldAround>
  )
}

/** A file is never kept after a refusal: browsers do not allow it, so the hint should say what is taken. */
export function FileInput(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const field = useField(props)
  return (
    <FieldAround field={field} props={props}>
      <input
        {...field.wiring}
        class={inputClass(field.error)}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </FieldAround>
  )
}

export type Choice = { readonly value: string; readonly label: string }
export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] }

type SelectProps = FieldProps & {
  readonly value?: string
  readonly choices: readonly (Choice | ChoiceGroup)[]
  /** Words for "nothing chosen yet"; without it the first choice is chosen. */
  readonly blank?: string
}

export function Select(props: SelectProps) {
  const field = useField(props)
  const chosen = field.typed ?? props.value ?? ''
  const option = ({ value, label }: Choice) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  const className = field.error ? 'kern-form-input__select kern-form-input__select--error' : 'kern-form-input__select'
  return (
    <FieldAround field={field} props={props}>
      <div class="kern-form-input__select-wrapper">
        <select {...field.wiring} class={className}>
          {props.blank !== undefined && option({ value: '', label: props.blank })}
          {props.choices.map(choice =>
            'choices' in choice ? (
              <optgroup label={choice.label}>{choice.choices.map(option)}</optgroup>
            ) : (
              option(choice)
            ),
          )}
        </select>
      </div>
    </FieldAround>
  )
}

type RadiosProps = Omit<FieldProps, 'label'> & {
  readonly legend: ComponentChildren
  readonly value?: string
  readonly choices: readonly (Choice & { readonly hint?: string })[]
}

export function Radios({ legend, ...props }: RadiosProps) {
  const named = { ...props, label: legend }
  const { wiring, typed, error } = useField(named)
  const chosen = typed ?? props.value
  return (
    <fieldset
      class={error ? 'kern-fieldset kern-fieldset--error' : 'kern-fieldset'}
      id={wiring.id}
      aria-describedby={wiring['aria-describedby']}
      tabIndex={-1}
    >
      <legend class="kern-label">
        <LabelWords props={named} />
      </legend>
      {props.hint && (
        <div class="kern-hint" id={`${wiring.id}-hint`}>
          {props.hint}
        </div>
      )}
      <div class="kern-fieldset__body">
        {props.choices.map(({ value, label, hint }) => (
          <div class="kern-form-check">
            <input
              class={error ? 'kern-form-check__radio kern-form-check__radio--error' : 'kern-form-check__radio'}
              type="radio"
              id={`${wiring.id}-${value}`}
              name={props.name}
              value={value}
              checked={value === chosen}
              required={props.required}
              aria-describedby={hint ? `${wiring.id}-${value}-hint` : undefined}
            />
            <label class="kern-label" for={`${wiring.id}-${value}`}>
              {label}
            </label>
            {hint && (
              <div class="check-hint" id={`${wiring.id}-${value}-hint`}>
                {hint}
              </div>
            )}
          </div>
        ))}
      </div>
      <FieldError id={wiring.id} error={error} />
    </fieldset>
  )
}

/** One yes or no. Sent as `value` when ticked, not at all when not. */
export function Checkbox(props: FieldProps & { checked?: boolean; value?: string }) {
  const { wiring, error } = useField(props)
  const { state } = useContext(Around)
  const ticked = state ? props.name in state.values : props.checked
  return (
    <div class={error ? 'kern-form-check kern-form-check--error' : 'kern-form-check'}>
      <input
        {...wiring}
        class={error ? 'kern-form-check__checkbox kern-form-check__checkbox--error' : 'kern-form-check__checkbox'}
        type="checkbox"
        value={props.value ?? 'yes'}
        checked={ticked}
      />
      <label class="kern-label" for={wiring.id}>
        {props.label}
      </label>
      {props.hint && (
        <div class="check-hint" id={`${wiring.id}-hint`}>
          {props.hint}
        </div>
      )}
      <FieldError id={wiring.id} error={error} />
    </div>
  )
}

export const HiddenInput = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)

/** One `primary` a page: what most people came for. `quiet` for what is seldom pressed, `danger` for what can not be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const classes: Readonly<Record<ButtonKind, string>> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  quiet: 'kern-btn kern-btn--tertiary',
  danger: 'kern-btn button-danger',
}

type Look = {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  /** For rows of a table and other narrow places. */
  readonly small?: boolean
  /** Words for screen readers after the label, where several buttons of a page say the same: the row's name. */
  readonly about?: string
  readonly children: ComponentChildren
}

const classOf = ({ kind = 'secondary', small }: Look): string => `${classes[kind]}${small ? ' button-small' : ''}`

const Words = ({ icon, about, children }: Look) => (
  <>
    {icon && <Icon name={icon} />}
    <span class="kern-label">
      {children}
      {about && <span class="kern-sr-only"> {about}</span>}
    </span>
  </>
)

type ButtonProps = Look & {
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  /** Sends the form elsewhere than its own address. */
  readonly formAction?: string
  /** The id of a form this button does not stand in. */
  readonly form?: string
}

export function Button({ type = 'submit', name, value, formAction, form, ...look }: ButtonProps) {
  return (
    <button class={classOf(look)} type={type} name={name} value={value} formAction={formAction} form={form}>
      <Words {...look} />
    </button>
  )
}

/** The button that sends its form: the page's main act. */
export const Submit = (look: Omit<ButtonProps, 'type'>) => <Button kind="primary" {...look} />

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ href, ...look }: Look & { href: string }) {
  return (
    <a class={classOf(look)} href={href}>
      <Words {...look} />
    </a>
  )
}

/** Buttons in a row, the main one first. */
export const Buttons = ({ children }: { children: ComponentChildren }) => <div class="buttons">{children}</div>

/** A form of one button: an act on one thing, possible without script. */
export function PostButton(props: Look & { action: string; values?: Readonly<Record<string, string>> }) {
  const { action, values = {}, ...look } = props
  return (
    <form class="post-button" method="post" action={action}>
      {Object.entries(values).map(([name, value]) => (
        <HiddenInput name={name} value={value} />
      ))}
      <Button {...look} />
    </form>
  )
}
