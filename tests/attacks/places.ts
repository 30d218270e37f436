import { sql } from 'kysely'
import { rulesForm } from '../access/rules.ts'
import { accountPlaces } from './account.ts'
import { answerPlaces, answersNotKept } from './answers.ts'
import { conditionPlaces } from './conditions.ts'
import { consequencePlaces } from './consequences.ts'
import { correctionPlaces, correctionsNotKept } from './corrections.ts'
import { letterPlaces, lettersNotKept } from './letters.ts'
import { chair, invited, linksNotKept, pollPlaces, proposalPlaces, scheduled } from './meetings.ts'
import { paperPlaces } from './papers.ts'
import { publishedNotKept, publishedPlaces } from './published.ts'
import {
  always,
  ask,
  asked,
  at,
  inCommitment,
  inReading,
  link,
  network,
  of,
  ofItem,
  openCommitment,
  outside,
  ownCommitment,
  type Place,
  plain,
  plannedItem,
  reading,
  value,
  type W,
  withItem,
} from './records.ts'
import { termPlaces } from './terms.ts'
import { votePlaces, votesNotKept } from './votes.ts'

const operatorTexts = [
  ...['name', 'representedBy', 'street', 'postalCode', 'city', 'phone', 'register', 'vatId', 'supervisoryAuthority'],
  ...['responsibleName', 'responsibleAddress', 'dataProtectionContact', 'hostedBy', 'accessibilityContact'],
  'enforcementBody',
]
const snake = (field: string) => field.replace(/[A-Z]/g, sign => `_${sign.toLowerCase()}`)
const body = { kind: 'board', audience: 'network', meetingAudience: 'body', startDate: '', endDate: '' }
const organization = { kind: 'other', website: '', startDate: '', endDate: '' }
const meeting = { day: '', startTime: '', endTime: '', audience: 'network' }
const entry = { kind: 'task', from: 1, to: 1 }

/** The doors to write a record down and to change one: both take the same. */
const both = (path: string, id: (world: W) => Promise<string>, fields: Place['fields'], texts: Place['texts']) => {
  const shown = [`${path}/:id`, `${path}/:id/change`]
  return {
    [path]: { at: always(path), fields, texts, shown },
    [`${path}/:id`]: { at: at(`${path}/:id`, id), fields, texts, shown },
  }
}

const RULES = ['notice', 'invitation', 'quorum', 'ordinary', 'statute', 'purpose', 'dissolution', 'election'] as const
const MORE_RULES = ['counting', 'deputies', 'votes', 'interest', 'attendance', 'circular'] as const

/** The second Mondays of two months. */
const series = {
  ...{ unit: 'months', interval: 1, weekday: 1, place: 2, firstDay: '2031-03-01', untilDay: '2031-05-31' },
  ...{ startTime: '', endTime: '', audience: 'body', days: ['2031-03-10', '2031-04-14'] },
}

/** Every door of the house that keeps words as somebody wrote them. */
export const places: Readonly<Record<string, Place>> = {
  '/network': {
    at: always('/network'),
    fields: async world => ({ region: 'DE-BW', de: 'yes', en: 'yes', ar: 'yes', revision: await network(world) }),
    texts: { name: 'network.name' },
    shown: ['/', '/network'],
  },
  '/network/operator': {
    at: always('/network/operator'),
    fields: async world => ({
      legalForm: 'association',
      email: '',
      revision: await value(
        world,
        sql<{ value: number }>`select coalesce(max(revision), 0)::int as value from operator`,
      ),
    }),
    texts: Object.fromEntries(operatorTexts.map(field => [field, `operator.${snake(field)}` as const])),
    shown: ['/network/operator'],
  },
  ...both('/bodies', of('body'), plain(body), { name: 'body.name', shortName: 'body.short_name' }),
  ...both('/organizations', of('organization'), plain(organization), {
    name: 'organization.name',
    shortName: 'organization.short_name',
  }),
  ...both('/people', of('person', sql`email is null`), plain({ email: '', language: 'de' }), { name: 'person.name' }),
  '/people/:id/consents': {
    at: at('/people/:id/consents', of('person', sql`name = 'Amina Saleh'`)),
    fields: async world => {
      const { rows } = await sql<{ kind: string }>`select kind from consent c join person p on p.id = c.person_id
        where p.name = 'Amina Saleh' and purpose = 'contact' order by number desc limit 1`.execute(world.database.owner)
      return { purpose: 'contact', kind: rows[0]?.kind === 'given' ? 'withdrawn' : 'given' }
    },
    texts: { note: 'consent.note' },
    shown: ['/people/:id/consents'],
  },
  ...both('/offices', of('office', sql`grants = 'nothing'`), plain({ organizationId: '', grants: 'nothing' }), {
    name: 'office.name',
  }),
  '/meetings': {
    at: always('/meetings'),
    // A body has one draft at most.
    fields: async world => ({ ...meeting, day: '2031-03-01', announced: 'yes', bodyId: await of('body')(world) }),
    texts: { name: 'meeting.name', place: 'meeting.place' },
    shown: ['/meetings/:id', '/meetings/:id/change'],
  },
  '/meetings/:id': {
    at: at('/meetings/:id', of('meeting', sql`state = 'draft'`)),
    fields: plain(meeting),
    texts: { name: 'meeting.name', place: 'meeting.place' },
    shown: ['/meetings/:id', '/meetings/:id/change'],
  },
  '/meetings/:id/invitation': {
    at: at('/meetings/:id/invitation', scheduled),
    fields: async world => ({ kind: 'invitation', people: [(await chair(world)).id] }),
    texts: { wording: 'invitation_letter.wording', access: 'invitation_letter.access' },
    shown: [],
  },
  '/meetings/:id/answer': {
    at: at('/meetings/:id/answer', invited),
    fields: plain({ answer: 'declined', day: '2031-03-01', startTime: '' }),
    texts: { standIn: 'invitation_answer.stand_in', note: 'invitation_answer.note' },
    shown: [],
  },
  '/meetings/:id/agenda': {
    ...{ at: at('/meetings/:id/agenda', scheduled), fields: plain({}), texts: { title: 'agenda_item.title' } },
    shown: ['/meetings/:id/agenda'],
  },
  '/agenda/:id/content': {
    ...{ at: at('/agenda/:id/content', plannedItem), fields: plain({}), texts: { title: 'agenda_item.title' } },
    shown: ['/agenda/:id/change'],
  },
  '/meetings/:id/attendance/guests': {
    ...{ at: at('/meetings/:id/attendance/guests', scheduled), fields: plain({}), texts: { name: 'attendance.name' } },
    shown: ['/meetings/:id/attendance'],
  },
  '/meetings/:id/cancellation': {
    at: at('/meetings/:id/cancellation', scheduled),
    fields: plain({}),
    texts: { reason: 'meeting.cancelled_reason' },
    shown: ['/meetings/:id'],
  },
  '/bodies/:id/rules': {
    at: at('/bodies/:id/rules', of('body')),
    fields: plain(rulesForm()),
    texts: Object.fromEntries([...RULES, ...MORE_RULES].map(rule => [`${rule}Paragraph`, 'body_rule.rules'] as const)),
    shown: ['/bodies/:id/rules'],
  },
  '/series': {
    at: always('/series'),
    fields: async world => ({ ...series, bodyId: await of('body')(world) }),
    texts: { name: 'meeting_series.name', room: 'meeting.place' },
    // The room stands at its meetings, whose page is tried with a meeting's own form.
    shown: [],
  },
  ...pollPlaces,
  ...proposalPlaces,
  ...votePlaces,
  ...{ ...paperPlaces, ...letterPlaces, ...termPlaces, ...accountPlaces, ...answerPlaces },
  ...consequencePlaces,
  ...conditionPlaces,
  ...correctionPlaces,
  ...publishedPlaces,
  '/readings/:id/head': {
    at: at('/readings/:id/head', reading),
    fields: async world => ({
      ...{ bodyId: '', date: '', start: '', end: '', audience: 'body' },
      ...(await inReading(world)),
    }),
    texts: {
      ...{ title: 'reading.head', body: 'reading.head', place: 'reading.head', chair: 'reading.head' },
      minuteTaker: 'reading.head',
    },
    shown: ['/readings/:id'],
  },
  '/readings/:id/items': {
    at: at('/readings/:id/items', reading),
    fields: async world => ({ ...entry, ...(await inReading(world)) }),
    texts: {
      ...{ text: 'reading_item.now', speaker: 'reading_item.now', condition: 'reading_item.now' },
      ...{ title: 'reading_item.now', place: 'reading_item.now' },
    },
    shown: [],
  },
  '/readings/:id/items/:item/entry': {
    at: ofItem('entry', 'entry'),
    fields: withItem('entry', entry),
    texts: {
      ...{ text: 'reading_item.now', speaker: 'reading_item.now', condition: 'reading_item.now' },
      ...{ title: 'reading_item.now', place: 'reading_item.now' },
    },
    shown: [],
  },
  '/readings/:id/items/:item/attendee': {
    at: ofItem('attendance', 'attendee'),
    fields: withItem('attendance', { state: 'present' }),
    texts: { name: 'reading_item.now', onBehalfOf: 'reading_item.now' },
    shown: [],
  },
  '/readings/:id/items/:item/agenda': {
    at: ofItem('agenda', 'agenda'),
    fields: withItem('agenda', { level: 1 }),
    texts: { number: 'reading_item.now', title: 'reading_item.now' },
    shown: [],
  },
  ...both('/commitments', openCommitment, inCommitment({ owner: 'outside', dueOn: '' }), {
    ...{ wording: 'commitment.wording', outsideName: 'commitment.owner_name', dueWords: 'commitment.due_words' },
  }),
  '/commitments/:id/reports': {
    at: at('/commitments/:id/reports', ownCommitment),
    fields: plain({ report: 'under_way' }),
    texts: { sentence: 'commitment_event.sentence' },
    shown: ['/commitments/:id'],
  },
  '/commitments/:id/links': {
    at: at('/commitments/:id/links', outside),
    fields: plain(ask),
    texts: { wording: 'publication.wording' },
    shown: ['/publications'],
  },
  '/links/:secret': {
    at: link,
    fields: plain({ report: 'under_way' }),
    texts: { sentence: 'commitment_event.sentence' },
    shown: [],
  },
  '/commitments/:id/publish': {
    at: at('/commitments/:id/publish', openCommitment),
    fields: plain({ approved: 'yes' }),
    texts: { wording: 'publication.wording' },
    shown: ['/publications', '/public'],
  },
  '/decisions/:id/publish': {
    at: async world =>
      `/decisions/${await value(world, sql<{ value: string }>`select entry_id as value from decision limit 1`)}/publish`,
    fields: plain({ approved: 'yes' }),
    texts: { wording: 'publication.wording' },
    shown: ['/publications', '/public'],
  },
  '/meetings/:id/publish': {
    at: at('/meetings/:id/publish', of('meeting', sql`state = 'held'`)),
    fields: plain({ approved: 'yes' }),
    texts: { wording: 'publication.wording' },
    shown: ['/publications', '/public'],
  },
  '/privacy/erasures/:id/decline': {
    at: at('/privacy/erasures/:id/decline', asked),
    fields: plain({}),
    texts: { reason: 'erasure.reason' },
    shown: [],
  },
  '/privacy/retention/holds': {
    at: always('/privacy/retention/holds'),
    fields: async world => {
      await sql`delete from retention_hold`.execute(world.database.owner)
      return { kind: 'link' }
    },
    texts: { reason: 'retention_hold.reason' },
    shown: ['/privacy/retention'],
  },
  // Last, because a commitment that has come to its end is open no more.
  '/commitments/:id/state': {
    at: at('/commitments/:id/state', openCommitment),
    fields: inCommitment({ state: 'done' }),
    texts: { reason: 'commitment_event.sentence' },
    shown: ['/commitments/:id'],
  },
}

/** Paragraphs of a body's rules and the form of a series: broken words are tried below, kept words not yet. */
/** Fields that take a text and keep none as it came, each with why. */
export const notKept: Readonly<Record<string, string>> = {
  ...linksNotKept,
  ...correctionsNotKept,
  ...publishedNotKept,
  ...{ ...votesNotKept, ...answersNotKept, ...lettersNotKept },
  '/commitments/:id/consequences to': 'a mark of a person, a body or an organisation',
  // A text that several write is kept as changes, not as a column (features/minutes/writing).
  '/agenda/:id/writing text': 'features/minutes/writing/writing.test.ts',
  '/account/totp/confirmation code': 'compared, never kept',
  '/sign-in/code code': 'compared, never kept',
  '/account/passkeys name': 'needs a passkey: features/account/passkey',
  '/account/passkeys answer': 'needs a passkey: features/account/passkey',
  '/account/passkeys/:id name': 'needs a passkey: features/account/passkey',
  '/sign-in/passkey answer': 'compared, never kept',
  '/sign-in email': 'an address',
  '/sign-in/provider state': 'compared, never kept',
  '/sign-in/provider code': 'handed on to the provider',
  '/sign-in/provider iss': 'compared, never kept',
  '/sign-in/provider error': 'compared, never kept',
  '/language back': 'a path of ours, or the first page',
  '/support/:key email': 'an address',
  '/support/:key key': 'compared, never kept',
  '/papers/:id/support/invitations addresses': 'addresses',
  '/setup key': 'compared, never kept',
  '/setup name': 'open once, before there is a network: features/account/set-up.test.ts',
  '/setup coordinator': 'open once, before there is a network: features/account/set-up.test.ts',
  '/setup email': 'an address',
  '/setup region': 'one of a list',
  '/setup de': 'a box',
  '/setup en': 'a box',
  '/setup ar': 'a box',
  '/network de': 'a box',
  '/network en': 'a box',
  '/network ar': 'a box',
  '/network/operator email': 'an address',
  '/people email': 'an address',
  '/people/:id email': 'an address',
  '/commitments/:id/links email': 'an address',
  '/organizations website': 'an address',
  '/organizations/:id website': 'an address',
  '/readings pasted': 'read as minutes: tried by itself below',
  '/readings/:id/names written': 'a name that stands in the reading',
  '/readings/:id/names name': 'a name of the directory',
  '/readings/:id/items owners': 'taken apart at commas',
  '/readings/:id/items due': 'taken apart into day and words',
  '/readings/:id/items votes': 'taken apart into numbers',
  '/readings/:id/items/:item/entry owners': 'taken apart at commas',
  '/readings/:id/items/:item/entry due': 'taken apart into day and words',
  '/readings/:id/items/:item/entry votes': 'taken apart into numbers',
  '/privacy/people/:id/erasure name': 'compared, never kept',
}

/** Fields with one of few values, although their schema is a text first: checked behind it. */
export const CHOSEN = new Set([
  ...['kind', 'audience', 'meetingAudience', 'language', 'grants', 'role', 'personId', 'where', 'owner', 'secret'],
  ...['id', 'token'],
])
