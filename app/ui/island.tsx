import type { ComponentChildren } from 'preact'

type IslandProps = {
  /** The file's name without `.island.tsx`. */
  readonly name: string
  /** What the script needs beyond the HTML: plain data, no names or sentences that the reader may not see. */
  readonly props?: object
  /** The page without script. It stays until the island's code has arrived, and for good where none does. */
  readonly children: ComponentChildren
}

/** A piece of the page that a script makes better. The page around it needs `islands`. */
export function Island({ name, props = {}, children }: IslandProps) {
  return (
    <div class="island" data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  )
}
