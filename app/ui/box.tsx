import type { ComponentChildren } from 'preact'

type BoxProps = {
  readonly name: string
  readonly value: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly children: ComponentChildren
}

/** One of many boxes with the same name, each sent as its value when ticked. */
export function Box({ name, value, checked, disabled, children }: BoxProps) {
  const id = `${name}-${value}`
  return (
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
      />
      <label class="kern-label" for={id}>
        {children}
      </label>
    </div>
  )
}
