const MOST_KEPT = 4_000
const LONGEST_KEPT = 500

const memories: { clear(): void }[] = []

/**
 * The same question about the same words gets the answer it got before: for look-ups that many rules ask of each line.
 * The answer is shared, so it must not be changed. Long texts are not kept, and `forget` empties everything.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  let known = new Map<string, Answer>()
  // A new map, never `Map.clear`: the table that a map gives up refers to the one after it, so that once one of them has
  // grown old, all that was ever remembered stays in memory until the garbage of the whole heap is collected.
  const clear = () => {
    if (known.size > 0) known = new Map()
  }
  memories.push({ clear })
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const fresh = answer(text)
    if (text.length > LONGEST_KEPT) return fresh
    if (known.size >= MOST_KEPT) clear()
    known.set(text, fresh)
    return fresh
  }
}

/** Has something beside these answers emptied with them. */
export function forgottenToo(clear: () => void): void {
  memories.push({ clear })
}

/** Forgets all answers. Whoever has read a text calls it, so that nothing of it stays in memory. */
export function forget(): void {
  for (const known of memories) known.clear()
}
