import type { Apart } from './document.ts'

/** More than three `~` underline a heading of reStructuredText. */
const FENCE = /^(?:```|~~~(?!~))/
/** One sign three times or more: a drawn line, or the underline of a heading. */
const RULE = /^([-=*_~^"+#'.–—])\1{2,}$/
const SPACED_RULE = /^(?:[-*_] ){2,}[-*_]$/
const TABLE_SEPARATOR = /^[|+:=\- ]{3,}$/
const COMMENT_OPEN = '<!--'
const COMMENT_CLOSE = '-->'

/**
 * Says of each line why it is no prose, or null. `frontMatterTo` is the last line of the YAML block, 0 without one.
 * A fence that is never closed opens nothing: a stray mark must not swallow the minutes.
 */
export function apartOf(raws: readonly string[], texts: readonly string[], frontMatterTo: number): (Apart | null)[] {
  const apart = texts.map((text, at): Apart | null => {
    if (at < frontMatterTo) return 'front-matter'
    if (text.startsWith('>')) return 'quote'
    return isRule(text) ? 'rule' : null
  })
  freeQuotedMotions(texts, apart)
  markFences(texts, apart)
  markComments(raws, apart)
  return apart
}

const MOTION = /^[> *_]*(?:\p{L}{0,12}antrag|beschluss\p{L}{0,12}|abstimmung)(?!\p{L})|^[> *_]*(?:ja|dafür) ?:? ?\d/iu

/** Minutes set the wording of a motion apart as a quote (`> Beschluss: …`, `> Ja: 8 / Nein: 0`): it is theirs. */
function freeQuotedMotions(texts: readonly string[], apart: (Apart | null)[]): void {
  let from = 0
  for (let at = 0; at <= texts.length; at++) {
    if (apart[at] === 'quote') continue
    if (from < at && texts.slice(from, at).some(text => MOTION.test(text))) apart.fill(null, from, at)
    from = at + 1
  }
}

/** True of a line that only draws: `---`, `* * *`, the separator row of a table. */
export function isRule(text: string): boolean {
  if (text.length < 3) return false
  if (RULE.test(text) || SPACED_RULE.test(text)) return true
  return TABLE_SEPARATOR.test(text) && (text.includes('--') || text.includes('=='))
}

function markFences(texts: readonly string[], apart: (Apart | null)[]): void {
  const fences: number[] = []
  for (const [at, text] of texts.entries()) if (apart[at] !== 'front-matter' && FENCE.test(text)) fences.push(at)
  for (let pair = 0; pair + 1 < fences.length; pair += 2) apart.fill('code', fences[pair], fences[pair + 1]! + 1)
}

function markComments(raws: readonly string[], apart: (Apart | null)[]): void {
  let open = -1
  for (const [at, raw] of raws.entries()) {
    if (open < 0) {
      if (!raw.trimStart().startsWith(COMMENT_OPEN)) continue
      open = at
    }
    if (!raw.includes(COMMENT_CLOSE)) continue
    if (raw.trimEnd().endsWith(COMMENT_CLOSE)) apart.fill('comment', open, at + 1)
    open = -1
  }
}
