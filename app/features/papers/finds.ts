import { Temporal } from 'temporal-polyfill'
import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id, Timestamp } from '../../ground/schema.ts'
import { listBodies, listOrganizations } from '../directory/finds.ts'
import { findReplacedTerms } from '../directory/term/finds.ts'
import type { ResultsElsewhere } from '../meetings/preparation/model.ts'
import type {
  CompareInput,
  CompareShown,
  PaperList,
  PaperListInput,
  PaperNewInput,
  PaperNewShown,
  PaperShown,
} from './contract.ts'
import { compare, inOrder, type LineEntry, type ListName, listNames, listOf, openYears } from './model.ts'
import * as store from './store.ts'
import { standingOf } from './support/model.ts'

const headOf = ({ id, name, paperType, bodyId, bodyName, states }: store.PaperRow, { today }: Viewer) => {
  const { state, day: since } = states.at(-1)!
  return {
    ...{ id, name, paperType, body: { id: bodyId, name: bodyName }, state, since },
    openYears: openYears(states, today),
  }
}

/** Fills the slot of what comes to a meeting: what other bodies decided about its papers. */
export const resultsElsewhere: ResultsElsewhere = store.resultsElsewhere

/** Papers that the viewer sees, in lists by where they stand. */
export async function findPapers(viewer: Viewer, { list }: PaperListInput): Promise<PaperList | null> {
  if (!viewer.member) return null
  const papers = (await store.papersOf(viewer)).map(row => headOf(row, viewer))
  const isIn = (name: ListName) => (paper: (typeof papers)[number]) => name === 'all' || listOf(paper.state) === name
  const counts = Object.fromEntries(listNames.map(name => [name, papers.filter(isIn(name)).length]))
  return {
    list,
    counts: counts as Record<ListName, number>,
    papers: papers.filter(isIn(list)),
    can: { add: viewer.coordinator || viewer.bodies.length > 0 },
  }
}

/** Papers that the viewer sees and that are drafted, raised or under way: for whoever hands them over. */
export async function openPapers(viewer: Viewer) {
  const rows = await store.papersOf(viewer)
  return rows.flatMap(row => {
    const { id, name, body, state, since } = headOf(row, viewer)
    return listOf(state) === 'open' || listOf(state) === 'drafted' ? [{ id, name, body, state, since }] : []
  })
}

/** The form for a new paper, of a commitment where one is named; null for whoever may in no body. */
export async function findNewPaper(viewer: Viewer, input: PaperNewInput): Promise<PaperNewShown | null> {
  const bodies = (await listBodies(viewer)).filter(({ id }) => mayAct(viewer, 'paper.add', { bodyId: id }))
  if (bodies.length === 0) return null
  const commitment = input.commitment ? await store.commitmentOf(viewer, input.commitment) : null
  const wanted = commitment?.bodyId ?? input.body
  return {
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    bodyId: bodies.find(({ id }) => id === wanted)?.id ?? null,
    commitment: commitment && { id: commitment.id, wording: commitment.wording },
  }
}

/** A paper: how it reads now, where it stands, and everything that became of it. */
export async function findPaper(viewer: Viewer, { id }: { id: Id }): Promise<PaperShown | null> {
  const [paper] = await store.papersOf(viewer, { id })
  if (!paper) return null
  const { bodyId, supported } = paper
  const versions = await store.versionsOf(viewer, id)
  const consultations = await store.consultationsOf(viewer, id)
  const consult = mayAct(viewer, 'consultation.add', { bodyId })
  const commitment = paper.commitmentId ? await store.commitmentOf(viewer, paper.commitmentId) : null
  const { number, wording, note, at } = versions.at(-1)!
  const named = ({ id: of, name }: { id: Id; name: string }) => ({ id: of, name })
  return {
    ...headOf(paper, viewer),
    ...{ audience: paper.audience, withoutAdministration: paper.withoutAdministration },
    commitment: commitment && { id: commitment.id, wording: commitment.wording },
    version: { number, wording, note, at },
    versions: versions.length,
    replacedTerms: await findReplacedTerms(viewer, `${paper.name}\n${wording}`),
    consultations: consultations.map(({ at: _at, ...rest }) => rest),
    line: await lineOf(viewer, id, { versions, consultations, supported }),
    support: supported && {
      ...{ all: supported.all, named: supported.named, until: supported.until },
      standing: standingOf(supported, viewer.today),
    },
    today: viewer.today,
    zone: viewer.network.timeZone,
    places: consult
      ? { bodies: (await listBodies(viewer)).map(named), organizations: (await listOrganizations(viewer)).map(named) }
      : null,
    can: {
      revise: mayAct(viewer, 'paper.revise', { bodyId }),
      move: mayAct(viewer, 'paper.move', { bodyId }),
      note: mayAct(viewer, 'paper.note', { bodyId }),
      consult,
      sign: mayAct(viewer, 'signing.open', { bodyId }),
    },
  }
}

type Known = {
  readonly versions: Awaited<ReturnType<typeof store.versionsOf>>
  readonly consultations: Awaited<ReturnType<typeof store.consultationsOf>>
  readonly supported: store.Supported | null
}

/**
 * Everything that happened to a paper that the viewer sees, in one line through the years. Days are those on which it
 * happened; a wording has the day on which it was written down, in the network's time zone.
 */
export async function lineOf(viewer: Viewer, paperId: Id, known?: Known): Promise<LineEntry[]> {
  const versions = known?.versions ?? (await store.versionsOf(viewer, paperId))
  const consultations = known?.consultations ?? (await store.consultationsOf(viewer, paperId))
  // A draft that was written down long after the demand was raised is no step of its way.
  const all = await store.statesOf(viewer, paperId)
  const states = all.filter(({ day }, at) => !all[at + 1] || day <= all[at + 1]!.day)
  const events = await store.eventsOf(viewer, paperId)
  const dayOf = (at: Timestamp) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(viewer.network.timeZone).toPlainDate().toString()
  const supported = known?.supported
  return inOrder([
    ...(supported
      ? [
          {
            ...{ kind: 'support' as const, day: supported.opened, until: supported.until },
            ...{ all: supported.all, named: supported.named },
          },
        ]
      : []),
    ...states.map(({ state, day, sentence }) => ({ kind: 'state' as const, day, state, sentence })),
    ...versions.slice(1).map(({ number, at, note }) => ({ kind: 'version' as const, day: dayOf(at), number, note })),
    ...events.map(({ kind, ...event }) => ({ kind: 'event' as const, event: kind, ...event })),
    ...consultations.map(({ id, body, day, at, result, resultDay, sentence, source }) => ({
      ...{ kind: 'consultation' as const, day: resultDay ?? day ?? dayOf(at), id, body, result, sentence, source },
    })),
  ])
}

/** Two wordings of a paper beside each other; null where there is no such paper or version for the viewer. */
export async function findComparison(viewer: Viewer, input: CompareInput): Promise<CompareShown | null> {
  const [paper] = await store.papersOf(viewer, { id: input.id })
  if (!paper) return null
  const versions = await store.versionsOf(viewer, input.id)
  const to = input.to ?? versions.length
  const from = input.from ?? Math.max(1, to - 1)
  const [before, after] = [from, to].map(number => versions.find(one => one.number === number))
  if (!before || !after) return null
  return {
    paper: { id: paper.id, name: paper.name },
    versions: versions.map(({ number, at, by, note }) => ({ number, at, by, note })),
    ...{ from, to, stretches: compare(before.wording, after.wording), zone: viewer.network.timeZone },
  }
}
