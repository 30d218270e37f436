import { createHash } from 'node:crypto'
import { openLink } from '../../access/link.ts'
import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import { Problem } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
import { originOf } from '../../ground/settings.ts'
import { listPeople } from '../directory/finds.ts'
import { redact } from '../publications/version/redaction/model.ts'
import type {
  AccountShown,
  AuthorityInput,
  AuthorityShown,
  EntriesShown,
  ProposalShown,
  StatementShown,
} from './contract.ts'
import { type AccountSide, AUTHORITIES, factsOf, ownFacts, PAGE, type PublicStep } from './model.ts'
import * as source from './preparing/store.ts'
import * as store from './store.ts'

/** What each authority was asked and what came of it, and what the table did itself, for everybody. */
export async function findAccount(viewer: Viewer): Promise<AccountShown> {
  const rows = await store.numbersOf(viewer)
  const can = { prepare: mayAct(viewer, 'publication.approve') }
  const of = (wanted: AccountSide) => rows.flatMap(({ side, ...row }) => (side === wanted ? [row] : []))
  const authorities = of('authority')
  const more = authorities.length > AUTHORITIES
  const embed = `${originOf(viewer.ground)}/embed/accountability?language=${viewer.language}`
  return { authorities: authorities.slice(0, AUTHORITIES), table: of('table'), more, embed, can }
}

/** One authority with the list behind a number; null where nothing of it is public. */
export async function findAuthority(
  viewer: Viewer,
  { id, show, page }: AuthorityInput,
): Promise<AuthorityShown | null> {
  const [row] = await store.numbersOf(viewer, id)
  if (!row) return null
  const { authority, side, id: _id, ...numbers } = row
  const entries = await store.entriesBehind(viewer, id, show, page)
  return {
    ...{ id, side, authority, numbers, entries, zone: viewer.network.timeZone },
    pages: Math.max(1, Math.ceil(numbers[show] / PAGE)),
  }
}

/**
 * What is copied of a demand: its answers and what became of its paper, without the names of people, and what follows
 * from them. `mark` says it all in a word, to tell whether something has changed since somebody read it.
 */
export async function preparedOf(viewer: Viewer, demand: source.Demand & { side: AccountSide }) {
  const { answers, promises } = await source.answersTo(viewer, demand.id)
  const people = (await listPeople(viewer)).map(({ id, name }) => ({ id, name, email: null, named: false, role: null }))
  const guard = { people, names: {}, unknown: [] }
  const without = <T extends string | null>(text: T) => (text ? redact(text, guard, 'inside').text : text) as T
  const told = {
    ...(demand.side === 'table' ? ownFacts(demand, demand.askedOn) : factsOf(demand, answers, promises)),
    side: demand.side,
    markedOn: await source.markedOn(viewer, demand.id),
    answers: answers.map(({ on, answer, wording, office }) => ({
      ...{ on, answer, wording: without(wording), office: without(office) },
    })),
    line: (await source.stepsOf(viewer, demand.id)).map((step): PublicStep => {
      if (step.kind === 'state') return { ...step, sentence: without(step.sentence) }
      if (step.kind === 'event') return { ...step, whom: without(step.whom), sentence: without(step.sentence) }
      return { ...step, sentence: without(step.sentence), source: without(step.source) } as PublicStep
    }),
  }
  const mark = createHash('sha256').update(JSON.stringify(told)).digest('base64url')
  return { ...told, mark, people: people.map(({ name }) => name) }
}

/** The form for showing an entry to its authority; null where the viewer may not, or it is told with another. */
export async function findProposal(viewer: Viewer, { id }: { id: Id }): Promise<ProposalShown | null> {
  const demand = await source.findDemand(viewer, id)
  if (!isTold(demand) || !mayAct(viewer, 'accountEntry.propose', demand)) return null
  const { people, mark, ...prepared } = await preparedOf(viewer, demand)
  const { authority, askedOn } = demand
  const asOf = viewer.ground.clock.instant().toString({ smallestUnit: 'millisecond' })
  return {
    ...{ id, text: demand.text, people, mark, today: viewer.today, zone: viewer.network.timeZone },
    entry: { authority, askedOn, statement: null, asOf, ...prepared },
  }
}

/** Whether it can be an entry of its own. */
export const isTold = <D extends source.Demand>(demand: D | null): demand is D & { side: AccountSide } =>
  demand !== null && demand.side !== null

type Stands = { publishedAt: string | null; withdrawnAt: string | null; publicFrom: string }
function standingOf({ today }: Viewer, { publishedAt, withdrawnAt, publicFrom }: Stands) {
  if (withdrawnAt !== null) return 'withdrawn' as const
  if (publishedAt !== null) return 'public' as const
  return publicFrom <= today ? ('ripe' as const) : ('waiting' as const)
}

/** What waits, is public or was withdrawn; null for whoever leads nothing. */
export async function findEntries(viewer: Viewer): Promise<EntriesShown | null> {
  if (!mayAct(viewer, 'publication.approve')) return null
  const rows = await store.preparedEntries(viewer)
  return {
    entries: rows.map(row => {
      const { id, authority, wording, statement } = store.entryOf(row)
      const standing = standingOf(viewer, row)
      return {
        ...{ id, commitmentId: row.commitmentId, authority, wording, statement, standing },
        ...{ publicFrom: row.publicFrom, withdrawnReason: row.withdrawnReason },
        can: {
          publish: standing === 'ripe' && mayAct(viewer, 'accountEntry.publish'),
          withdraw: standing !== 'withdrawn' && mayAct(viewer, 'accountEntry.withdraw'),
        },
      }
    }),
    zone: viewer.network.timeZone,
  }
}

/** What an authority sees through its link. Throws `link-expired` and `link-revoked`. */
export async function findStatement(viewer: Viewer, { secret }: { secret: string }): Promise<StatementShown | null> {
  const link = await openLink(viewer, secret, 'account.state')
  if (!link.ok) {
    if (link.code === 'not-found') return null
    throw new Problem(link.code)
  }
  const row = await store.linkedEntry(viewer, link.value)
  if (!row) return null
  const { publicFrom, withdrawnReason } = row
  const entry = store.entryOf(row)
  return { entry, standing: standingOf(viewer, row), publicFrom, withdrawnReason, zone: viewer.network.timeZone }
}
