import type { Generated } from 'kysely'
import type { AccountTables } from './schema/account.ts'
import type { ApprovalTables } from './schema/approvals.ts'
import type { AskingTables } from './schema/asking.ts'
import type { ConditionTables } from './schema/conditions.ts'
import type { ConsequenceTables } from './schema/consequences.ts'
import type { CorrectionTables } from './schema/corrections.ts'
import type { DirectoryTables } from './schema/directory.ts'
import type { InvitationTables } from './schema/invitations.ts'
import type { LetterTables } from './schema/letters.ts'
import type { MeetingTables } from './schema/meetings.ts'
import type { MinutesTables } from './schema/minutes.ts'
import type { NetworkTables, SecondFactor } from './schema/network.ts'
import type { OutgoingTables } from './schema/outgoing.ts'
import type { PaperTables } from './schema/papers.ts'
import type { PollTables } from './schema/polls.ts'
import type { PrivacyTables } from './schema/privacy.ts'
import type { ProposalTables } from './schema/proposals.ts'
import type { PublicVersionTables } from './schema/public-versions.ts'
import type { SeriesTables } from './schema/series.ts'
import type { TermTables } from './schema/terms.ts'
import type { VoteTables } from './schema/votes.ts'

/**
 * Row types of every table, and the closed lists of states. Column names are those of the database.
 * A `Timestamp` is an ISO 8601 instant in UTC, a `Day` is YYYY-MM-DD, a `Time` is HH:MM:SS local to the network.
 */
export type Timestamp = string
export type Day = string
export type Time = string
export type Id = string

export const audiences = ['public', 'network', 'body', 'board', 'named'] as const
export type Audience = (typeof audiences)[number]
export const bodyKinds = ['plenary', 'board', 'working_group', 'accompanying'] as const
export type BodyKind = (typeof bodyKinds)[number]
export const organizationKinds = [
  'civil_society',
  'migrant_organization',
  'authority',
  'municipality',
  'institution',
  'other',
] as const
export type OrganizationKind = (typeof organizationKinds)[number]
export const membershipRoles = [
  'chair',
  'deputy_chair',
  'minute_taker',
  'member',
  'delegate',
  'deputy',
  'observer',
  'volunteer',
  'guest',
  'staff',
] as const
export type MembershipRole = (typeof membershipRoles)[number]
export type OfficeGrant = 'nothing' | 'coordination'
export type MeetingState = 'draft' | 'scheduled' | 'held' | 'cancelled'
export type AgendaItemKind = 'plain' | 'minutes_control'
export type AttendanceState = 'present' | 'absent' | 'excused' | 'guest'
export type ReadingState = 'open' | 'confirmed' | 'discarded'
export const readingSections = ['attendance', 'agenda', 'entry'] as const
export type ReadingSection = (typeof readingSections)[number]
export type ReadingItemState = 'proposed' | 'accepted' | 'rejected'
export type MinutesState = 'recorded' | 'draft' | 'in_review' | 'approved'
export type EntryKind =
  | 'information'
  | 'statement'
  | 'question'
  | 'decision'
  | 'task'
  | 'status'
  | 'appointment'
  | 'wish'
  | 'lesson'
  | 'idea'
  | 'position'
export type DecisionResult = 'unanimous' | 'accepted' | 'rejected' | 'consensus'
export const commitmentStates = ['open', 'under_way', 'done', 'missed', 'dropped'] as const
export type CommitmentState = (typeof commitmentStates)[number]
export const reports = ['done', 'under_way', 'need_help', 'can_not'] as const
export type Report = (typeof reports)[number]
export const answerSources = ['letter', 'mail', 'call', 'talk', 'meeting', 'press', 'link'] as const
export const answers = ['promised', 'partly', 'refused', 'evasive', 'redirected', 'silent'] as const
export type Answer = (typeof answers)[number]
export const ownerKinds = ['person', 'office', 'organization', 'outside', 'nobody'] as const
export type OwnerKind = (typeof ownerKinds)[number]
export type CommitmentEventKind =
  | 'opened'
  | 'state'
  | 'report'
  | 'answer'
  | 'owner'
  | 'due'
  | 'wording'
  | 'status'
  | 'asked'
  | 'confirmed'
export const publicationNouns = ['commitment', 'decision', 'meeting', 'minutes'] as const
export type PublicationNoun = (typeof publicationNouns)[number]
export type LinkPurpose =
  | 'commitment.report'
  | 'consent.give'
  | 'invitation.answer'
  | 'calendar.feed'
  | 'poll.answer'
  | 'account.state'
  | 'paper.sign'
  | 'condition.answer'
  | 'commitments.report'
  | 'proposal.make'
  | 'minutes.correct'

export type Tenant = { network_id: Id }
export type Schema = HouseTables &
  ApprovalTables &
  AskingTables &
  ConsequenceTables &
  ConditionTables &
  CorrectionTables &
  DirectoryTables &
  LetterTables &
  MeetingTables &
  InvitationTables &
  NetworkTables &
  OutgoingTables &
  PrivacyTables &
  MinutesTables &
  PaperTables &
  AccountTables &
  TermTables &
  PollTables &
  ProposalTables &
  PublicVersionTables &
  SeriesTables &
  VoteTables

type HouseTables = {
  network: {
    id: Id
    name: string
    host: string | null
    region: string | null
    languages: string[]
    time_zone: string
    demo: boolean
    created_at: Timestamp
    revision: Generated<number>
    second_factor: Generated<SecondFactor>
  }
  organization: Tenant & {
    id: Id
    name: string
    short_name: string | null
    kind: OrganizationKind
    outside: boolean
    website: string | null
    start_date: Day | null
    end_date: Day | null
    created_at: Timestamp
  }
  body: Tenant & {
    id: Id
    name: string
    short_name: string | null
    kind: BodyKind
    audience: Exclude<Audience, 'named'>
    without_administration: boolean
    meeting_audience: Exclude<Audience, 'named'>
    start_date: Day | null
    end_date: Day | null
    created_at: Timestamp
  }
  person: Tenant & {
    id: Id
    name: string
    email: string | null
    language: string
    account_id: string | null
    created_at: Timestamp
  }
  membership: Tenant & {
    id: Id
    person_id: Id
    body_id: Id | null
    organization_id: Id | null
    role: MembershipRole
    on_behalf_of_id: Id | null
    voting_right: boolean
    start_date: Day
    end_date: Day | null
    /** A body that waits for a report after each meeting of this one, from that day on. */
    reports_to_id?: Id | null
    reports_since?: Day | null
  }
  personal_link: Tenant & {
    id: Id
    secret_hash: string
    purpose: LinkPurpose
    person_id: Id | null
    addressee: string | null
    subject_id: Id
    expires_at: Timestamp
    revoked_at: Timestamp | null
    created_by: Id | null
    created_at: Timestamp
  }
  publication: Tenant & {
    id: Id
    noun: PublicationNoun
    subject_id: Id
    door: 'public' | 'link'
    wording: string
    approved_by: Id | null
    approved_at: Timestamp
    withdrawn_by: Id | null
    withdrawn_at: Timestamp | null
  }
  commitment: Tenant & {
    id: Id
    body_id: Id
    entry_id: Id | null
    wording: string
    owner_kind: OwnerKind
    owner_person_id: Id | null
    owner_office_id: Id | null
    owner_organization_id: Id | null
    owner_name: string | null
    due_on: Day | null
    due_words: string | null
    state: CommitmentState
    audience: Exclude<Audience, 'named'> | null
    revision: number
    created_at: Timestamp
    /** The demand that it answers: a promise of whoever was asked. */
    answers_id?: Id | null
    /** The seat elsewhere and the meeting about which it owes this report. */
    seat_id?: Id | null
    seat_meeting_id?: Id | null
  }
  commitment_event: Tenant & {
    id: Id
    commitment_id: Id
    kind: CommitmentEventKind
    state: CommitmentState | null
    report: Report | null
    answer: Answer | null
    sentence: string | null
    entry_id: Id | null
    person_id: Id | null
    link_id: Id | null
    at: Timestamp
    /** Of an answer. */
    given_on?: Day | null
    speaker?: string | null
    speaker_office?: string | null
    source?: (typeof answerSources)[number] | null
    source_words?: string | null
    redirected_to?: string | null
    promised_id?: Id | null
  }
  journal: Tenant & {
    id: Id
    at: Timestamp
    act: string
    actor: string
    person_id: Id | null
    noun: string
    subject_id: Id | null
  }
}

export type TableName = keyof Schema
