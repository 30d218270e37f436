import { termUsesIn } from '../../../../language/terms.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id } from '../../../ground/schema.ts'
import { selectBodies } from '../store.ts'
import type { ReplacedTerm, TermList, TermListInput, TermPageShown, TermShown } from './contract.ts'
import { dayAfter, isOver, listOf } from './model.ts'
import * as store from './store.ts'

const shownOf = ({ bodyId, bodyName, newerId, newerWording, ...term }: store.TermRow): TermShown => ({
  ...term,
  body: { id: bodyId, name: bodyName },
  replacedBy: newerId && newerWording ? { id: newerId, wording: newerWording } : null,
})

/** What the table calls things and stands for: what holds or will, and what held before. */
export async function findTerms(viewer: Viewer, { list }: TermListInput): Promise<TermList | null> {
  if (!viewer.member) return null
  const terms = (await store.termsOf(viewer)).map(shownOf)
  const inList = (name: TermListInput['list']) => terms.filter(term => listOf(term, viewer.today) === name)
  return {
    list,
    counts: { now: inList('now').length, before: inList('before').length },
    terms: inList(list),
    today: viewer.today,
    bodies: (await selectBodies(viewer))
      .filter(({ id }) => mayAct(viewer, 'term.add', { bodyId: id }))
      .map(({ id, name }) => ({ id, name })),
  }
}

/** A term with what it replaced; null where there is none for the viewer. */
export async function findTerm(viewer: Viewer, { id }: { id: Id }): Promise<TermPageShown | null> {
  const [row] = await store.termsOf(viewer, { id })
  if (!row) return null
  const older = await store.termsOf(viewer, { replacedBy: id })
  const term = shownOf(row)
  return {
    term,
    replaces: older.map(({ id: of, wording }) => ({ id: of, wording })),
    over: isOver(term, viewer.today),
    today: viewer.today,
    can: { replace: term.until === null && mayAct(viewer, 'term.replace', { bodyId: row.bodyId }) },
  }
}

/**
 * Terms and positions in a text that hold no longer, and what replaced each, so that whoever writes it is told. What
 * holds again in another body is no fault. Only terms that the viewer sees.
 */
export async function findReplacedTerms(viewer: Viewer, text: string): Promise<ReplacedTerm[]> {
  if (text.trim() === '') return []
  const rows = await store.termsOf(viewer)
  const over = rows.filter(row => isOver(row, viewer.today))
  const still = new Set(rows.filter(row => !isOver(row, viewer.today)).map(({ wording }) => wording.toLowerCase()))
  const gone = over.filter(({ wording }) => !still.has(wording.toLowerCase()))
  const uses = termUsesIn(text, gone)
  return gone
    .map(term => ({
      term,
      used: [...new Set(uses.filter(use => use.term === term).map(use => text.slice(use.from, use.to)))],
    }))
    .filter(({ used }) => used.length > 0)
    .map(({ term, used }) => ({
      ...{ id: term.id, wording: term.wording, used, since: dayAfter(term.until!) },
      replacedBy: shownOf(term).replacedBy,
    }))
}
