import { openLink } from '../../access/link.ts'
import { mayAct } from '../../access/may.ts'
import type { Viewer } from '../../access/viewer.ts'
import { Problem } from '../../ground/problems.ts'
import type { Id } from '../../ground/schema.ts'
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
import { AUTHORITIES, factsOf, PAGE } from './model.ts'
import * as store from './store.ts'

/** What each authority was asked and what came of it, for everybody. */
export async function findAccount(viewer: Viewer): Promise<AccountShown> {
  const rows = await store.numbersOf(viewer)
  const can = { prepare: mayAct(viewer, 'publication.approve') }
  return { authorities: rows.slice(0, AUTHORITIES), more: rows.length > AUTHORITIES, can }
}

/** One authority with the list behind a number; null where nothing of it is public. */
export async function findAuthority(
  viewer: Viewer,
  { id, show, page }: AuthorityInput,
): Promise<AuthorityShown | null> {
  const [row] = await store.numbersOf(viewer, id)
  if (!row) return null
  const { authority, id: _id, ...numbers } = row
  const entries = await store.entriesBehind(viewer, id, show, page)
  return {
    ...{ id, authority, numbers, entries, zone: viewer.network.timeZone },
    pages: Math.max(1, Math.ceil(numbers[show] / PAGE)),
  }
}

/** What is copied of a demand: its answers without the names of people, and what follows from them. */
export async function preparedOf(viewer: Viewer, demand: store.Demand) {
  const { answers, promises } = await store.answersTo(viewer, demand.id)
  const people = (await listPeople(viewer)).map(({ id, name }) => ({ id, name, email: null, named: false, role: null }))
  const guard = { people, names: {}, unknown: [] }
  const without = (text: string | null) => (text ? redact(text, guard, 'inside').text : null)
  return {
    ...factsOf(demand, answers, promises),
    answers: answers.map(({ on, answer, wording, office }) => ({
      ...{ on, answer, wording: without(wording), office: without(office) },
    })),
    people: people.map(({ name }) => name),
  }
}

/** The form for showing an entry to its authority; null where the viewer may not, or no authority owns it. */
export async function findProposal(viewer: Viewer, { id }: { id: Id }): Promise<ProposalShown | null> {
  const demand = await store.findDemand(viewer, id)
  if (!demand?.ofAuthority || !mayAct(viewer, 'accountEntry.propose', demand)) return null
  const { people, answers, state, dueOn, kept } = await preparedOf(viewer, demand)
  const { authority, askedOn } = demand
  const asOf = viewer.ground.clock.instant().toString({ smallestUnit: 'millisecond' })
  return {
    ...{ id, text: demand.text, people, today: viewer.today, zone: viewer.network.timeZone },
    entry: { authority, askedOn, dueOn, state, kept, answers, statement: null, asOf },
  }
}

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
