import { mentionsOf } from '../../../../language/named.ts'
import { mayAct } from '../../../access/may.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Id, TableName } from '../../../ground/schema.ts'
import type { Spot } from '../trace/model.ts'
import { findPersonOf, searchFor, seenOf } from '../trace/store.ts'
import { type ErasurePreview, type Line, piecesOf, type Question, type RecordCount } from './model.ts'
import { erasuresOf, operatorTexts, ownRows, pseudonyms, traces } from './store.ts'

/** Lines on the page; the rest is counted. */
const MOST_LINES = 100

/** What the erasure of a person would do; null for whoever may not carry it out. */
export async function erasurePreview(viewer: Viewer, { id }: { id: Id }): Promise<ErasurePreview | null> {
  const person = mayAct(viewer, 'erasure.carryOut') ? await findPersonOf(viewer, id) : null
  if (!person) return null
  const search = await searchFor(viewer, person)
  const found = await traces(viewer, search)
  const own = await ownRows(viewer, person)
  const open = (await erasuresOf(viewer, id)).find(({ state }) => state === 'asked')
  const kept = found.filter(({ row }) => !own.get(row.table)?.has(row.key))
  const shown = await shownOf(
    viewer,
    kept.flatMap(({ spots }) => spots),
  )
  return {
    person: { id, name: person.name },
    request: open ? { id: open.id, askedAt: open.askedAt } : null,
    removed: [...own].map(([record, rows]) => ({ record, count: rows.size })),
    redacted: countsOf(kept.map(({ row }) => row.table)),
    stays: [{ ground: 'pseudonym', count: await pseudonyms(viewer, id) }],
    inImprint: (await operatorTexts(viewer)).some(text => mentionsOf(text, person, search.others).length > 0),
    ...shown,
  }
}

const countsOf = (records: readonly TableName[]): RecordCount[] =>
  [...new Set(records)].map(record => ({ record, count: records.filter(one => one === record).length }))

/** Lines as far as the viewer sees the records they stand in; the rest as numbers. */
async function shownOf(viewer: Viewer, spots: readonly Spot[]) {
  const seen = new Map<TableName, ReadonlySet<Id>>()
  for (const table of new Set(spots.map(spot => spot.table)))
    seen.set(
      table,
      await seenOf(
        viewer,
        table,
        spots.filter(spot => spot.table === table).map(({ key }) => key),
      ),
    )
  const isSeen = (spot: Spot) => seen.get(spot.table)?.has(spot.key) ?? false
  const visibleSpots = spots.filter(isSeen)
  const sure = visibleSpots.filter(({ places }) => places.some(place => place.sure))
  const lines = new Map<string, Line>()
  for (const spot of sure)
    lines.set(
      spot.text.trim(),
      lineOf(
        spot,
        spot.places.filter(place => place.sure),
      ),
    )
  const questions = questionsIn(visibleSpots)
  const asked = new Set(questions.map(({ key }) => key))
  const closedPlaces = spots.filter(spot => !isSeen(spot)).flatMap(({ places }) => places)
  return {
    lines: [...lines.values()].slice(0, MOST_LINES),
    more: Math.max(0, lines.size - MOST_LINES),
    closed: closedPlaces.filter(place => place.sure).length,
    questions,
    closedQuestions: closedPlaces.filter(({ question }) => question !== null && !asked.has(question)).length,
  }
}

const lineOf = (spot: Spot, places: Spot['places']): Line => ({
  record: spot.table,
  pieces: piecesOf(spot.text, places),
})

function questionsIn(spots: readonly Spot[]): Question[] {
  const questions = new Map<string, Question>()
  for (const spot of spots)
    for (const place of spot.places) {
      if (place.question === null) continue
      const before = questions.get(place.question)
      questions.set(place.question, {
        ...(before ?? { ...lineOf(spot, [place]), key: place.question }),
        count: (before?.count ?? 0) + 1,
      })
    }
  return [...questions.values()]
}
