import { reachable } from '../../access/link.ts'
import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Id } from '../../ground/schema.ts'
import { languageOf, texts } from '../../texts/texts.ts'
import { dayText } from '../../ui/dates.tsx'
import { directoryNames, listBodies } from '../directory/finds.ts'
import type { BodySection } from '../directory/model.ts'
import type { AgendaSource } from '../meetings/model.ts'
import type { OpenCommitments } from '../minutes/reading/commitment/model.ts'
import { mayBeAnswered } from './answer/model.ts'
import { conditionsCan, conditionsOf } from './condition/finds.ts'
import { consequencesOf, mayAgree } from './consequence/finds.ts'
import type {
  CommitmentChangeShown,
  CommitmentLine,
  CommitmentList,
  CommitmentListInput,
  CommitmentNew,
  CommitmentShown,
} from './contract.ts'
import { historyWith } from './history/model.ts'
import { historyOf } from './history/store.ts'
import type { AskShown } from './link/contract.ts'
import { linksOf, peopleBehind } from './link/store.ts'
import { countLists, listCommitments, openOfBody } from './list/store.ts'
import { following, isOpen, mayWriteAddress, ownerMark, type SentLetters } from './model.ts'
import { approvalProposal, findCommitmentRow } from './store.ts'

export { historyOf } from './history/store.ts'

/** A page of one list with the counts of all, as the viewer may see them. */
export async function findCommitmentList(viewer: Viewer, input: CommitmentListInput): Promise<CommitmentList> {
  const { items, next } = await listCommitments(viewer, input)
  const { counts, more } = await countLists(viewer, input.body ?? null)
  const bodies = named(await listBodies(viewer))
  const can = { open: bodies.some(({ id }) => mayAct(viewer, 'commitment.open', { bodyId: id })) }
  const personal = viewer.personId !== null
  return { list: input.list, bodyId: input.body ?? null, counts, more, items, next, bodies, personal, can }
}

/** A commitment with its source line, its history and what the viewer may do with it; null where there is none for him. */
export async function findCommitment(
  viewer: Viewer,
  id: Id,
  sentLetters: SentLetters,
): Promise<CommitmentShown | null> {
  const found = await findCommitmentRow(viewer, id)
  if (!found) return null
  const { line, revision, quote, meeting, owners, bodyId, answers } = found
  const subject = { id, bodyId, owners }
  const open = isOpen({ state: line.state, owner: line.owner.kind, due: line.due }, viewer.today)
  const conditions = await conditionsOf(viewer, id)
  const can = {
    ...conditionsCan(viewer, { id, bodyId, state: line.state }, conditions),
    change: mayAct(viewer, 'commitment.change', subject),
    move: mayAct(viewer, 'commitment.move', subject),
    report: open && mayAct(viewer, 'commitment.report', subject),
    ask: open && line.owner.kind !== 'nobody' && mayAct(viewer, 'commitment.ask', subject),
    revoke: mayAct(viewer, 'personalLink.revoke', subject),
    // Whoever owns it reports.
    answer:
      mayBeAnswered(line.owner) &&
      !mayAct(viewer, 'commitment.report', subject) &&
      mayAct(viewer, 'commitment.answer', subject),
    agree: mayAgree(viewer, { id, bodyId, state: line.state }),
  }
  const consequences = await consequencesOf(viewer, id)
  const letters = await sentLetters(viewer, id)
  const history = historyWith(await historyOf(viewer, id), { consequences, conditions, letters })
  const links = can.revoke ? await linksOf(viewer, id) : []
  const moves = can.move ? following[line.state] : []
  const { timeZone: zone } = viewer.network
  const { today } = viewer
  const about = { conditions, consequences, links }
  return { ...line, revision, quote, answers, meeting, moves, history, ...about, today, zone, can }
}

/** What the form for a change begins with; null where there is nothing to change for the viewer. */
export async function findChange(viewer: Viewer, id: Id): Promise<CommitmentChangeShown | null> {
  const found = await findCommitmentRow(viewer, id)
  if (!found || !mayAct(viewer, 'commitment.change', { id, bodyId: found.bodyId })) return null
  const { line, revision, owner } = found
  return { commitment: line, revision, ownerMark: ownerMark(owner), owners: await directoryNames(viewer) }
}

/** The form for opening by hand: bodies in which the viewer may; null where there is none. */
export async function findNew(viewer: Viewer, { body }: { body?: Id | undefined }): Promise<CommitmentNew | null> {
  const bodies = named(await listBodies(viewer)).filter(({ id }) => mayAct(viewer, 'commitment.open', { bodyId: id }))
  if (bodies.length === 0) return null
  return { bodies, bodyId: body ?? null, owners: await directoryNames(viewer) }
}

/**
 * The form for asking the owner. It begins with the commitment's wording, or empty where that is word for word a line
 * said behind closed doors: then what leaves has to be written.
 */
export async function findAsk(viewer: Viewer, id: Id): Promise<AskShown | null> {
  const found = await findCommitmentRow(viewer, id)
  if (!found || !mayAct(viewer, 'commitment.ask', { id, bodyId: found.bodyId })) return null
  const { line, closed, owner } = found
  return {
    id,
    wording: line.wording,
    proposal: approvalProposal(found),
    closed,
    due: line.due,
    people: await reachable(viewer, await peopleBehind(viewer, owner)),
    ownerName: line.owner.name,
    mayWriteAddress: mayWriteAddress(owner),
    zone: viewer.network.timeZone,
  }
}

/** Fills the slot of the agenda: every open commitment of the body that the viewer may see, what is due first comes first. */
export const agendaLines: AgendaSource = async (viewer, { bodyId }) => {
  const rows = await openOfBody(viewer, bodyId)
  return rows.map(({ line, report }) => ({
    commitmentId: line.id,
    wording: line.wording,
    owner: { kind: line.owner.kind, name: line.owner.name },
    due: {
      day: line.due.kind === 'day' ? line.due.day : null,
      words: line.due.kind === 'nothing' ? null : line.due.words,
    },
    state: line.state,
    daysOverdue: line.daysOverdue,
    report,
    href: `/commitments/${line.id}`,
  }))
}

/** Fills the slot of the reading: what a new line of minutes may speak of again. */
export const openCommitmentsOf: OpenCommitments = async (viewer, bodyId) => {
  const rows = await openOfBody(viewer, bodyId)
  return rows.map(({ line }) => ({ id: line.id, wording: line.wording, owner: line.owner.name }))
}

/** Fills the slot of a body's page: its open commitments, what is due first comes first. */
export const commitmentsOfBody: BodySection = async (viewer, bodyId) => {
  const language = languageOf(viewer.language)
  const t = texts(language)
  const rows = await openOfBody(viewer, bodyId)
  const detail = ({ owner, due }: CommitmentLine): string => {
    const until =
      due.kind === 'day'
        ? dayText(language, due.day, 'short')
        : due.kind === 'words'
          ? due.words
          : t('commitments.due.nothing')
    const who =
      owner.kind === 'nobody'
        ? t('commitments.owner.nobody')
        : (owner.name ?? t(`commitments.owner.hidden.${owner.kind}`))
    return `${who} · ${until}`
  }
  const items = rows.map(({ line }) => ({ href: `/commitments/${line.id}`, label: line.wording, detail: detail(line) }))
  return { title: t('commitments.of-body'), items }
}

const named = (bodies: readonly { id: Id; name: string }[]) => bodies.map(({ id, name }) => ({ id, name }))
