/**
 * Closed list of what can go wrong, with the HTTP status (RFC 9110) a door answers.
 * The sentence for people is the text `problem.<code>` in every language.
 */
export const problemStatus = {
  'not-found': 404,
  forbidden: 403,
  'sign-in-needed': 401,
  'cross-site': 403,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'input-invalid': 422,
  'input-missing': 422,
  'input-too-long': 422,
  'email-invalid': 422,
  'emails-invalid': 422,
  'day-invalid': 422,
  'lines-invalid': 422,
  'person-unknown': 422,
  'choice-invalid': 422,
  'reason-missing': 422,
  'name-differs': 422,
  'lines-undecided': 422,
  'body-missing': 422,
  'moved-meanwhile': 409,
  'said-before': 409,
  'email-taken': 409,
  'coordination-missing': 409,
  'already-done': 409,
  'items-closed': 409,
  'audience-wider': 409,
  'update-unanswered': 409,
  'invitations-out': 409,
  'meeting-not-open': 409,
  'meeting-held': 409,
  'item-written': 409,
  'votes-too-many': 422,
  'candidacies-unchecked': 409,
  'nobody-stands': 409,
  'election-over': 409,
  'guest-has-seat': 422,
  'poll-closed': 409,
  'proposals-closed': 409,
  'corrections-over': 409,
  'signing-over': 409,
  'minutes-approved': 409,
  'minutes-part-closed': 409,
  'minutes-not-approved': 409,
  'corrections-unanswered': 409,
  'commitments-incomplete': 422,
  'poll-not-for': 422,
  'public-and-closed': 422,
  'not-approved': 422,
  'passages-undecided': 409,
  'draft-unconfirmed': 422,
  'link-expired': 410,
  'link-revoked': 410,
  'sign-in-link-used': 410,
  'sign-in-again': 401,
  'second-factor-first': 409,
  'step-gone': 410,
  'code-wrong': 422,
  'passkey-refused': 401,
  'too-many-passkeys': 409,
  'provider-refused': 401,
  'provider-unreachable': 503,
  'file-empty': 422,
  'file-too-large': 413,
  'file-type-unknown': 422,
  'file-broken': 422,
  'file-refused': 422,
  'scan-failed': 503,
  'file-has-no-text': 422,
  'file-expands-too-far': 422,
  'file-took-too-long': 422,
  'text-too-long': 413,
  'text-not-german': 422,
  'text-not-minutes': 422,
  'document-not-made': 503,
  'source-known': 409,
  'setting-wrong': 500,
  'setting-missing': 500,
  'data-folder-in-use': 500,
  'data-folder-unwritable': 500,
  'namespaces-forbidden': 500,
  'database-unreachable': 503,
  'database-role-too-strong': 500,
  'database-too-old': 500,
  'migrations-pending': 500,
  'migration-changed': 500,
  'port-taken': 500,
  'server-error': 500,
} as const

export type ProblemCode = keyof typeof problemStatus

/** `values` fill the placeholders of the sentence; `field` names the input it belongs to. */
export type ProblemDetails = { readonly field?: string; readonly values?: Readonly<Record<string, string | number>> }

/** A surprise: thrown, caught once at the door. Expected outcomes are values, see `Outcome`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details.values ?? {})}`, { cause })
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

export type Refusal = { readonly ok: false; readonly code: ProblemCode } & ProblemDetails
export type Done<T> = { readonly ok: true; readonly value: T }
/** What an act or a conversion comes to: a value, or a refusal that people are told about. */
export type Outcome<T> = Done<T> | Refusal

export const done = <T>(value: T): Done<T> => ({ ok: true, value })
export const refused = (code: ProblemCode, details: ProblemDetails = {}): Refusal => ({ ok: false, code, ...details })
