/** A stretch of a text: `at` inclusive, `end` exclusive, both offsets in UTF-16 units. */
export type Stretch = { readonly at: number; readonly end: number }

/** Keeps, in the order of the text, of mentions that overlap the one that begins first, then the longer one. */
export function withoutOverlaps<M extends Stretch>(mentions: readonly M[]): M[] {
  const kept: M[] = []
  for (const mention of [...mentions].sort((a, b) => a.at - b.at || b.end - a.end))
    if (mention.at >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}
