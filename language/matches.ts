/**
 * All matches of a pattern with the flag g, in order. As `text.matchAll` finds them, but that makes a pattern anew each
 * time it is asked, which takes longer than most searches do.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (!match) return NONE
  const matches: RegExpExecArray[] = []
  while (match) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += isPair(text, pattern) ? 2 : 1
    match = pattern.exec(text)
  }
  return matches
}

const NONE: readonly RegExpExecArray[] = []
const HIGHEST_UNIT = 0xffff

/** With the flag u a sign of two units counts as one. */
function isPair(text: string, { unicode, lastIndex }: RegExp): boolean {
  return unicode && (text.codePointAt(lastIndex) ?? 0) > HIGHEST_UNIT
}
