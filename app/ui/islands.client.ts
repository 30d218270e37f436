/** What a `*.island.tsx` exports by default: takes over the element that holds the server's HTML. */
export type Mount<Props = never> = (element: HTMLElement, props: Props) => void

type Chunk = { readonly default: Mount<unknown> }

const chunks = import.meta.glob<Chunk>('../**/*.island.tsx')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.island.tsx'.length)
const loaders = new Map(Object.entries(chunks).map(([path, load]) => [nameOf(path), load]))

/** Brings the code of an island only where a page holds one. If it can not be had, the server's HTML stays and works. */
for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const { island, props } = element.dataset
  loaders
    .get(island ?? '')?.()
    .then(chunk => chunk.default(element, JSON.parse(props ?? '{}')))
    .catch(error => console.error(island, error))
}
