import type { PersonNamed } from '../../../../language/named.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Holds } from '../../../ground/personal.ts'
import type { Id, TableName } from '../../../ground/schema.ts'
import type { FileAnswer } from '../../../ui/file-answer.ts'
import { findOperator } from '../../network/finds.ts'
import { processings } from '../processing/model.ts'
import { periodsNow } from '../retention/model.ts'
import { decidedPeriods } from '../retention/store.ts'
import { onlyAbout, spotsOf, type Value } from '../trace/model.ts'
import * as trace from '../trace/store.ts'
import { archiveFile } from './documents.ts'
import { type Archive, type ArchiveRow, SOMEBODY_ELSE } from './model.ts'
import { findRequest, signInOf } from './store.ts'

/** The archive that was asked for, as a ZIP; null where there is none for the viewer, or it was asked for long ago. */
export async function archiveOf(viewer: Viewer, { id }: { id: Id }): Promise<FileAnswer | null> {
  const request = await findRequest(viewer, id)
  const person = request && (await trace.findPersonOf(viewer, request.personId))
  if (!person) return null
  const archive = await makeArchive(viewer, person)
  const language = viewer.personId === person.id ? viewer.language : person.language
  return archiveFile(archive, language, viewer.ground.clock)
}

/**
 * Everything about a person, from every record that the schema names. Texts are handed out as far as the viewer sees
 * the record they stand in, and of them only the lines that name the person, with everybody else taken out
 * (Art. 15 (4)).
 */
export async function makeArchive(viewer: Viewer, person: trace.PersonFound): Promise<Archive> {
  const search = await trace.searchFor(viewer, person)
  const periods = periodsNow(await decidedPeriods(viewer))
  const operator = await findOperator(viewer)
  const records = []
  for (const { record, purpose, recipients, retention } of processings()) {
    const rows = [
      ...(await referringRows(viewer, record, person, search.others)),
      ...(await namingRows(viewer, record, search)),
    ]
    const days = periods.find(({ kind }) => kind === retention)?.days ?? null
    if (rows.length > 0) records.push({ record, purpose, recipients, days, rows })
  }
  return {
    version: 1,
    network: viewer.network.name,
    operator: { name: operator.name ?? viewer.network.name, email: operator.email },
    madeAt: viewer.ground.clock.instant().toString({ smallestUnit: 'second' }),
    person: { name: person.name, email: person.email, language: person.language },
    signIn: await signInOf(viewer, person.accountId),
    records,
  }
}

/** Rows that refer to the person or hold their address. Whom else they refer to is left out. */
async function referringRows(
  viewer: Viewer,
  record: TableName,
  person: trace.PersonFound,
  others: readonly PersonNamed[],
): Promise<ArchiveRow[]> {
  const found: ArchiveRow[] = []
  for (const [column, holds] of trace.columnsOf(record)) {
    const isReference = typeof holds === 'object' && 'person' in holds
    if (!isReference && holds !== 'address') continue
    const rows = isReference
      ? await trace.referring(viewer, record, column, person.id)
      : await trace.addressed(viewer, record, column, person.email)
    // A row that is the person's own is theirs to have; another is for whoever sees it.
    const isOwn = holds === 'address' || (isReference && holds.person !== 'null')
    const key = trace.keyColumn(record)
    const seen = isOwn
      ? null
      : await trace.seenOf(
          viewer,
          record,
          rows.map(row => String(row[key])),
        )
    for (const row of rows)
      if (seen === null || seen.has(String(row[key])))
        found.push({
          role: column,
          facts: factsOf(record, row, { wholeTexts: holds !== 'address' ? isTextFree(holds) : true, others }),
        })
  }
  return found
}

/** What somebody else wrote is not told with what was done to it: only the lines that name the person are. */
const isTextFree = (holds: Holds) => typeof holds === 'object' && 'person' in holds && holds.person !== 'pseudonym'

const SECRET = new Set(['network_id', 'secret_hash', 'account_id'])

function factsOf(
  record: TableName,
  row: Record<string, Value>,
  { wholeTexts, others }: { wholeTexts: boolean; others: readonly PersonNamed[] },
): Record<string, Value> {
  const facts: [string, Value][] = []
  for (const [column, holds] of trace.columnsOf(record)) {
    const value = row[column]
    if (SECRET.has(column) || value === null || value === undefined) continue
    if (typeof holds === 'object' && 'person' in holds) continue
    if (holds === 'plain' || holds === 'own' || holds === 'address') facts.push([column, value])
    else if (wholeTexts && typeof value === 'string') facts.push([column, onlyAbout(value, others, SOMEBODY_ELSE)])
  }
  return Object.fromEntries(facts)
}

async function namingRows(
  viewer: Viewer,
  record: TableName,
  search: Parameters<typeof spotsOf>[1],
): Promise<ArchiveRow[]> {
  const rows = await trace.wordRows(viewer, record, search.person.id)
  const spots = rows.filter(({ whole }) => whole.length === 0).flatMap(row => spotsOf(row, search))
  const sure = spots.filter(({ places }) => places.some(place => place.sure))
  const seen = await trace.seenOf(
    viewer,
    record,
    sure.map(({ key }) => key),
  )
  return sure
    .filter(({ key }) => seen.has(key))
    .map(({ key, column, line, text }) => ({
      role: column,
      facts: { id: key, line, text: onlyAbout(text, search.others, SOMEBODY_ELSE) },
    }))
}
