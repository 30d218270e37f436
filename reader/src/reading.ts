/**
 * A Reading is what the reader makes of a text: typed things, each pointing at its lines, each with what it doubts.
 * It holds no sentence for people; codes are turned into words by whoever shows them.
 *
 * Lines are 1-based and inclusive, counted over `\n` only (a form feed is not a line end).
 * Dates are ISO (`YYYY-MM-DD`, or `YYYY-MM` where only the month is said). Times are `HH:MM`, local to the meeting.
 */
export type Lines = { readonly from: number; readonly to: number }

/** What the reader doubts. Closed list: the text for people is `finding.<code>` in every language. */
export const findingCodes = [
  'not-minutes',
  'other-language',
  'date-missing',
  'year-missing',
  'weekday-mismatch',
  'date-before-meeting',
  'number-repeated',
  'owner-missing',
  'owner-ambiguous',
  'owner-not-present',
  'due-missing',
  'due-vague',
  'result-missing',
  'kind-uncertain',
  'frank-judgement',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** `values` fill the sentence (a weekday, a name, a number as written). */
export type Finding = {
  readonly code: FindingCode
  readonly lines: Lines
  readonly values?: Readonly<Record<string, string>>
}

/** A field of the head: the value in its normal form and where it stands. */
export type Field = { readonly value: string; readonly lines: Lines }

export const headFields = ['title', 'body', 'date', 'start', 'end', 'place', 'chair', 'minuteTaker'] as const
export type HeadField = (typeof headFields)[number]
export type Head = { readonly [F in HeadField]: Field | null }

export const attendanceStates = ['present', 'absent', 'excused', 'guest'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** `name` as written without titles and functions; `onBehalfOf` is the organisation in brackets, if any. */
export type Attendee = {
  readonly name: string
  readonly state: AttendanceState
  readonly onBehalfOf: string | null
  readonly lines: Lines
}

/** `number` as written without "TOP" and end punctuation; `level` 1 is the outermost. */
export type AgendaItem = {
  readonly number: string | null
  readonly title: string
  readonly level: number
  readonly lines: Lines
}

/**
 * A time as said: the words, and what they resolve to. A single day has `until` null.
 * Words that fit no day ("möglichst bald") have `from` null.
 */
export type When = {
  readonly words: string
  readonly from: string | null
  readonly until: string | null
  readonly start: string | null
  readonly end: string | null
}

export const decisionResults = ['unanimous', 'accepted', 'rejected', 'consensus'] as const
export type DecisionResult = (typeof decisionResults)[number]

/** A number that was not said is null. */
export type Votes = { readonly yes: number | null; readonly no: number | null; readonly abstain: number | null }

/** What every entry has, whatever its kind. */
type EntryBase = {
  /** Verbatim span: line breaks as one blank, leading list markers removed, inline marks kept. */
  readonly text: string
  readonly lines: Lines
  /** Index into `agenda`, null before the first item. */
  readonly agendaItem: number | null
  /** Names of the cues that fired, strongest first: the evidence. */
  readonly cues: readonly string[]
  /** 0 to 1: how often items with this evidence are right. */
  readonly confidence: number
  readonly doubts: readonly Finding[]
}

export type Information = EntryBase & { readonly kind: 'information' }
export type Statement = EntryBase & { readonly kind: 'statement'; readonly speaker: string }
export type Question = EntryBase & { readonly kind: 'question' }
export type Decision = EntryBase & {
  readonly kind: 'decision'
  readonly result: DecisionResult | null
  readonly votes: Votes | null
  /** The condition as written ("sofern die Mittel bewilligt werden"), null if unconditional. */
  readonly condition: string | null
}
/** `owners` as written, pronouns replaced by their antecedent, empty if nobody was named. */
export type Task = EntryBase & { readonly kind: 'task'; readonly owners: readonly string[]; readonly due: When | null }
/** How an earlier task stands; `done` is null where the line does not say. */
export type Status = EntryBase & {
  readonly kind: 'status'
  readonly owners: readonly string[]
  readonly done: boolean | null
}
export type Appointment = EntryBase & {
  readonly kind: 'appointment'
  readonly title: string
  readonly when: When
  readonly place: string | null
}
export type Wish = EntryBase & { readonly kind: 'wish'; readonly from: string | null }
export type Lesson = EntryBase & { readonly kind: 'lesson' }
/** `parked` marks the parking lot: an idea that gets a date to look again. */
export type Idea = EntryBase & { readonly kind: 'idea'; readonly parked: boolean }
/** A stand that the table takes ("Position zu …", "aus A wird B"). */
export type Position = EntryBase & { readonly kind: 'position' }

export type Entry =
  | Information
  | Statement
  | Question
  | Decision
  | Task
  | Status
  | Appointment
  | Wish
  | Lesson
  | Idea
  | Position
export type EntryKind = Entry['kind']
export const entryKinds = [
  'information',
  'statement',
  'question',
  'decision',
  'task',
  'status',
  'appointment',
  'wish',
  'lesson',
  'idea',
  'position',
] as const satisfies readonly EntryKind[]

/** From this confidence on an entry without doubts can be accepted unseen: such entries are right nine times in ten. */
export const SURE = 0.9

/**
 * A date that a text names: the words at its first place, and what they resolve to: a day, a month (`YYYY-MM`) or a year
 * (`YYYY`); `until` only of a span. Both null where nobody says the year. `count` says how often it is named.
 */
export type MentionedDate = {
  readonly words: string
  readonly from: string | null
  readonly until: string | null
  readonly lines: Lines
  readonly count: number
}

/** An organisation that a text names, by its fullest name; `short` is the abbreviation that the text gives it. */
export type MentionedOrganisation = {
  readonly name: string
  readonly short: string | null
  readonly lines: Lines
  readonly count: number
}

/** What can be told of a text that is no minutes: each date and each organisation once, in the order of the text. */
export type Mentions = {
  readonly dates: readonly MentionedDate[]
  readonly organisations: readonly MentionedOrganisation[]
}

export type Reading = {
  /** Version of the reader that made it, so that a later one can be compared. */
  readonly reader: string
  readonly lineCount: number
  readonly head: Head
  readonly attendance: readonly Attendee[]
  readonly agenda: readonly AgendaItem[]
  /** In the order of their lines. */
  readonly entries: readonly Entry[]
  /** Doubts about the whole text or the head; doubts about one entry stand with it. */
  readonly findings: readonly Finding[]
  /** Null of minutes: what counts there stands in the entries. */
  readonly mentions: Mentions | null
}
