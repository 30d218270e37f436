import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Viewer } from '../../access/viewer.ts'
import { visible } from '../../access/visible.ts'
import { publicHolidays } from '../../ground/holidays.ts'
import type { Day, Id } from '../../ground/schema.ts'
import { openStates } from '../commitments/model.ts'
import type { BodyRules } from '../directory/rules/model.ts'
import { latestDispatchDay } from '../directory/rules/notice/model.ts'
import type { Answer, Asked, Draft, MorningMeeting } from './contract.ts'
import { type DueList, daysAfter, dueLists, LISTED, lastOfWeek, MEETINGS_AHEAD } from './model.ts'

const open = sql<boolean>`commitment.state in (${sql.join(openStates.map(state => sql.lit(state)))})`

/** `dueListsOf` in SQL. */
function conditions({ today }: Viewer): Record<DueList, RawBuilder<boolean>> {
  return {
    overdue: sql`(${open} and commitment.due_on < ${today})`,
    today: sql`(${open} and commitment.due_on = ${today})`,
    week: sql`(${open} and commitment.due_on > ${today} and commitment.due_on <= ${lastOfWeek(today)})`,
    'without-owner': sql`(${open} and commitment.owner_kind = 'nobody')`,
    'without-date': sql`(${open} and commitment.due_on is null and commitment.due_words is null)`,
  }
}

/** The commitments of each list, what is due first first; of each at most one more than is shown. One query. */
export async function dueIds(viewer: Viewer): Promise<Record<DueList, Id[]>> {
  const holds = conditions(viewer)
  const due = sql<string>`coalesce(commitment.due_on, 'infinity'::date)`
  const of = (list: DueList) =>
    sql`(${visible
      .commitments(viewer)
      .where(holds[list])
      .orderBy(due)
      .orderBy('commitment.id')
      .limit(LISTED + 1)
      .select(['commitment.id', sql<DueList>`${sql.lit(list)}::text`.as('list'), due.as('due')])})`
  const { rows } = await sql<{ id: Id; list: DueList }>`
    select id, list from (${sql.join(dueLists.map(of), sql` union all `)}) found order by due, id`.execute(viewer.db)
  const found = (list: DueList) => rows.filter(row => row.list === list).map(({ id }) => id)
  return Object.fromEntries(dueLists.map(list => [list, found(list)])) as Record<DueList, Id[]>
}

/**
 * Who was asked about what is open still and has said nothing since: before a meeting that is to come, about one
 * commitment by a link that was not taken back, or whether what it hangs on came true. What was asked longest ago comes first. One query.
 */
export async function silent(viewer: Viewer): Promise<Asked[]> {
  const { network, today, db } = viewer
  const people = visible.people(viewer).select(['person.id', 'person.name'])
  const commitments = visible.commitments(viewer).where(open).select(['commitment.id', 'commitment.wording'])
  const before = visible.asked(viewer).select(['asked.id', 'asked.asking_id', 'asked.person_id', 'asked.addressee'])
  const questions = visible
    .conditions(viewer)
    .where('condition.state', '=', 'watched')
    .where('condition.asked_at', 'is not', null)
    .select([
      'condition.id',
      'condition.commitment_id',
      'condition.asked_id',
      'condition.asked_at',
      'condition.wording',
    ])
  const { rows } = await sql<Asked>`
    with mine as materialized (${commitments}), people as materialized (${people})
    select coalesce(p.name, a.addressee, '') as "to", a.at, '/meetings/' || m.id || '/asking' as href, m.name as about,
      (select count(*)::int from mine where jsonb_exists(a.commitments, mine.id::text)) as commitments, a.id
    from (${before.select(['asked.at', 'asked.commitments'])}) a
    join asking k on k.network_id = ${network.id} and k.id = a.asking_id
    join (${visible.wholeMeetings(viewer).where('meeting.day', '>=', today).where('meeting.state', '=', 'scheduled').select(['meeting.id', 'meeting.name'])}) m
      on m.id = k.meeting_id
    left join people p on p.id = a.person_id
    where exists (select from mine where jsonb_exists(a.commitments, mine.id::text))
      and not exists (select from personal_link l join commitment_event e on e.network_id = l.network_id
        and e.link_id = l.id and (e.report is not null or e.answer is not null)
        and e.commitment_id in (select key::uuid from jsonb_object_keys(a.commitments) key)
        where l.network_id = ${network.id} and l.subject_id = a.id)
    union all
    select coalesce(p.name, l.addressee, ''), l.created_at, '/commitments/' || mine.id, mine.wording, 1, l.id
    from mine join personal_link l on l.network_id = ${network.id} and l.subject_id = mine.id
      and l.purpose = 'commitment.report' and l.revoked_at is null
    left join people p on p.id = l.person_id
    where not exists (select from commitment_event e where e.network_id = ${network.id} and e.commitment_id = mine.id
      and (e.report is not null or e.answer is not null) and e.at >= l.created_at)
    union all
    select coalesce(p.name, ''), c.asked_at, '/commitments/' || mine.id || '#conditions', c.wording, 1, c.id
    from (${questions}) c join mine on mine.id = c.commitment_id left join people p on p.id = c.asked_id
    order by 2, 6 limit ${LISTED + 1}`.execute(db)
  return rows.map(({ to, at, href, about, commitments: count }) => ({ to, at, href, about, commitments: count }))
}

/** Meetings of the next weeks, each with the last day on which its invitation leaves in time. One query. */
export async function comingMeetings(viewer: Viewer): Promise<MorningMeeting[]> {
  const { network, today, db } = viewer
  const rows = await visible
    .wholeMeetings(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'meeting.network_id').onRef('body.id', '=', 'meeting.body_id'),
    )
    .where('meeting.state', 'in', ['draft', 'scheduled'])
    .where('meeting.day', '>=', today)
    .where('meeting.day', '<=', daysAfter(today, MEETINGS_AHEAD))
    .orderBy('meeting.day')
    .orderBy('meeting.id')
    .limit(LISTED + 1)
    .select([
      'meeting.id',
      'meeting.name',
      'meeting.day',
      'meeting.state',
      'body.id as bodyId',
      'body.name as bodyName',
    ])
    .select([
      rulesOn(viewer).as('rules'),
      sql<boolean>`exists (select from invitation_letter sent where sent.network_id = meeting.network_id
        and sent.meeting_id = meeting.id and sent.kind = 'invitation')`.as('invited'),
      sql<number>`(select count(*)::int from (${visible.invitations(viewer).selectAll('invitation')}) i
        where i.meeting_id = meeting.id and not exists (select from invitation_answer said
          where said.network_id = i.network_id and said.invitation_id = i.id and not said.outdated))`.as('silent'),
    ])
    .select(db.selectFrom('network').where('network.id', '=', network.id).select('network.region').as('region'))
    .execute()
  const holidays = publicHolidays(rows[0]?.region ?? null)
  return rows.map(({ id, name, day, state, bodyId, bodyName, rules, invited, silent: unanswered }) => ({
    ...{ id, name, day: day!, body: { id: bodyId, name: bodyName }, draft: state === 'draft', invited },
    latest: rules ? latestDispatchDay((rules as BodyRules).notice, day!, holidays).day : null,
    silent: unanswered,
  }))
}

/** The rules by which its body meets on the day of the meeting: the latest that has begun. */
const rulesOn = (viewer: Viewer) =>
  visible
    .bodyRules(viewer)
    .where(sql<boolean>`body_rule.body_id = meeting.body_id and body_rule.valid_from <= meeting.day`)
    .orderBy('body_rule.valid_from', 'desc')
    .orderBy('body_rule.number', 'desc')
    .limit(1)
    .select('body_rule.rules')

/**
 * What waits for a word: proposals for agendas to come and corrections of minutes, each without an answer yet, entries of
 * the public account that their authority has seen for long enough, and letters that lie ready as drafts, the oldest
 * first. One query.
 */
export async function waiting(viewer: Viewer): Promise<{ answers: Answer[]; drafts: Draft[] }> {
  const { today, db } = viewer
  const proposals = visible
    .proposals(viewer)
    .innerJoin(
      visible
        .wholeMeetings(viewer)
        .where('meeting.state', 'in', ['draft', 'scheduled'])
        .where(sql<boolean>`coalesce(meeting.day, ${today}::date) >= ${today}`)
        .select(['meeting.id', 'meeting.name', 'meeting.day'])
        .as('of'),
      join => join.onRef('of.id', '=', 'proposal.meeting_id'),
    )
    .where('proposal.answer', 'is', null)
    .groupBy(['of.id', 'of.name', 'of.day'])
    .select([
      sql<Answer['kind']>`'proposal'::text`.as('kind'),
      sql<string>`'/meetings/' || of.id || '/proposals'`.as('href'),
    ])
    .select(['of.name', 'of.day', sql<number>`count(*)::int`.as('count')])
  const corrections = visible
    .corrections(viewer)
    .innerJoin('minutes', join =>
      join.onRef('minutes.network_id', '=', 'correction.network_id').onRef('minutes.id', '=', 'correction.minutes_id'),
    )
    .innerJoin('meeting', join =>
      join.onRef('meeting.network_id', '=', 'minutes.network_id').onRef('meeting.id', '=', 'minutes.meeting_id'),
    )
    .where('correction.answer', 'is', null)
    .where('minutes.id', 'in', visible.minutes(viewer).select('minutes.id'))
    .groupBy(['minutes.id', 'meeting.name', 'meeting.day'])
    .select([
      sql<Answer['kind']>`'correction'::text`.as('kind'),
      sql<string>`'/minutes/' || minutes.id || '/corrections'`.as('href'),
    ])
    .select(['meeting.name', 'meeting.day', sql<number>`count(*)::int`.as('count')])
  const ripe = visible
    .accountEntries(viewer)
    .where('account_entry.published_at', 'is', null)
    .where('account_entry.withdrawn_at', 'is', null)
    .where('account_entry.public_from', '<=', today)
    .groupBy('account_entry.authority')
    .select([sql<Answer['kind']>`'account'::text`.as('kind'), sql<string>`'/accountability/entries'`.as('href')])
    .select(['account_entry.authority as name', sql<Day | null>`null::date`.as('day')])
    .select(sql<number>`count(*)::int`.as('count'))
  const drafts = visible
    .letters(viewer)
    .innerJoin('body', join =>
      join.onRef('body.network_id', '=', 'letter.network_id').onRef('body.id', '=', 'letter.body_id'),
    )
    .where('letter.state', '=', 'drafted')
    .select(['letter.id', 'letter.subject', 'body.name as body', 'letter.created_at as since'])
  const { rows } = await sql<{ answers: (Answer & { day: Day | null })[]; drafts: Draft[] }>`select
    (select coalesce(json_agg(a order by a.day nulls last, a.href), '[]') from (
      (${proposals}) union all (${corrections}) union all (${ripe}) order by day nulls last, href limit ${LISTED + 1}) a) as answers,
    (select coalesce(json_agg(d order by d.since, d.id), '[]') from (
      ${drafts
        .orderBy('letter.created_at')
        .orderBy('letter.id')
        .limit(LISTED + 1)}) d) as drafts`.execute(db)
  const { answers, drafts: ready } = rows[0]!
  return {
    answers: answers.map(({ kind, href, name, count }) => ({ kind, href, name, count })),
    drafts: ready.map(one => ({ ...one, since: Temporal.Instant.from(one.since).toString() })),
  }
}
