import type { Viewer } from './viewer.ts'

/**
 * Who may do what. An act that is not in this table can not run (`act.ts` takes only these names).
 * A rule is asked only about a subject that the viewer sees; what one does not see is 404 before it is 403.
 * Where a rule needs to know the body, the subject says `bodyId`.
 */
export const may = {
  'network.setUp': isSystem,
  'network.change': coordinator,
  'network.signOut': isSystem,
  'operator.change': coordinator,
  'consent.say': ownsIt,
  'consent.sayByLink': byLink,
  'consent.record': coordinator,
  'consent.ask': coordinator,

  'signIn.ask': isSystem,
  'person.join': isSystem,
  'person.chooseLanguage': ownsIt,
  'person.signOut': coordinator,
  'account.signIn': isSystem,
  'account.endSession': ownsIt,
  'account.endOthers': ownsIt,
  'account.beginTotp': ownsIt,
  'account.confirmTotp': ownsIt,
  'account.endTotp': ownsIt,
  'account.renewCodes': ownsIt,
  'account.keepCodes': ownsIt,
  'account.addPasskey': ownsIt,
  'account.renamePasskey': ownsIt,
  'account.removePasskey': ownsIt,

  'body.add': coordinator,
  'body.change': coordinator,
  'organization.add': coordinator,
  'organization.change': coordinator,
  'person.add': coordinator,
  'person.change': coordinator,
  'office.add': coordinator,
  'office.change': coordinator,
  'officeHolding.add': coordinator,
  'officeHolding.end': coordinator,
  'membership.add': coordinator,
  'membership.end': coordinator,
  'membership.report': coordinator,
  'bodyRule.set': coordinator,

  'meeting.plan': leadsBody,
  'series.plan': leadsBody,
  'schoolHolidays.keep': coordinator,
  'poll.ask': leadsBody,
  'poll.remind': leadsBody,
  'poll.remindDue': isSystem,
  'poll.answer': ownsIt,
  'poll.answerByLink': byLink,
  'poll.close': leadsBody,
  'proposal.call': leadsBody,
  'proposal.make': belongs,
  'proposal.makeByLink': byLink,
  'proposal.accept': leadsBody,
  'proposal.decline': leadsBody,
  'meeting.change': leadsBody,
  'agendaItem.change': leadsBody,
  'agendaItem.add': leadsBody,
  'agendaItem.bring': leadsBody,
  'agendaItem.revise': leadsBody,
  'agendaItem.place': leadsBody,
  'agendaItem.remove': leadsBody,
  'meeting.cancel': leadsBody,
  'attendance.record': leadsBody,
  'attendance.change': leadsBody,
  'quorum.doubt': leadsBody,
  'term.add': leadsBody,
  'term.replace': leadsBody,
  'term.end': leadsBody,
  'paper.add': belongs,
  'paper.revise': belongs,
  'paper.move': leadsBody,
  'paper.note': belongs,
  'consultation.add': leadsBody,
  'consultation.end': leadsBody,
  'signing.open': leadsBody,
  'signing.close': leadsBody,
  'signing.invite': leadsBody,
  'signature.askByAddress': byLink,
  'signature.giveByLink': byLink,
  'signature.withdrawByLink': byLink,
  'vote.record': leadsBody,
  'vote.withdraw': leadsBody,
  'election.open': leadsBody,
  'candidacy.add': leadsBody,
  'candidacy.check': leadsBody,
  'candidacy.remove': leadsBody,
  'candidacy.answer': leadsBody,
  'invitation.send': leadsBody,
  'invitation.remind': leadsBody,
  'invitation.remindDue': isSystem,
  'invitation.retry': leadsBody,
  'invitation.answer': ownsIt,
  'invitation.answerByLink': byLink,
  'invitation.answerByCalendar': isSystem,
  'invitation.bounce': isSystem,
  'calendar.subscribe': ownsIt,
  'calendar.unsubscribe': ownsIt,

  'minutes.write': belongs,
  'minutes.finish': leadsBody,
  'circulation.begin': leadsBody,
  'correction.propose': ownsIt,
  'correction.proposeByLink': byLink,
  'correction.answer': leadsBody,
  'correction.record': leadsBody,
  'minutes.approve': leadsBody,

  'reading.begin': readsIn,
  'reading.judge': readsIn,
  'reading.match': readsIn,
  'reading.confirm': readsIn,
  'reading.discard': readsIn,
  'reading.export': isSystem,

  'commitment.open': leadsBody,
  'commitment.change': leadsBody,
  'commitment.move': leadsBody,
  'commitment.report': ownsIt,
  'commitment.ask': leadsBody,
  'commitment.reportByLink': byLink,
  'commitment.answer': leadsBody,
  'commitment.answerByLink': byLink,
  'letter.write': leadsBody,
  'letter.revise': leadsBody,
  'letter.send': leadsBody,
  'letter.discard': leadsBody,
  'condition.name': leadsBody,
  'condition.ask': isSystem,
  'condition.answer': leadsOrOwns,
  'condition.answerByLink': byLink,
  'seat.report': isSystem,
  'consequence.agree': leadsBody,
  'consequence.stop': leadsBody,
  'consequence.fire': isSystem,
  'consequence.place': isSystem,
  'asking.begin': leadsBody,
  'asking.beginDue': isSystem,
  'asking.write': isSystem,
  'asking.reportByLink': byLink,
  'personalLink.revoke': leadsBody,

  'erasure.ask': ownsIt,
  'erasure.decline': coordinator,
  'erasure.carryOut': coordinator,
  'accessRequest.ask': coordinatorOrOwn,
  'retention.set': coordinator,
  'retention.hold': coordinator,
  'retention.lift': coordinator,
  'retention.run': isSystem,

  'publicPassage.decide': leadsBody,
  'publication.approve': readsIn,
  'publication.withdraw': leadsBody,
  'accountEntry.propose': leadsBody,
  'accountEntry.publish': coordinator,
  'accountEntry.withdraw': coordinator,
  'accountEntry.stateByLink': byLink,
} as const satisfies Record<string, Rule>

export type ActName = keyof typeof may

/** What a rule may know of the thing acted on. */
export type Subject = {
  readonly id?: string
  readonly bodyId?: string | null
  readonly owners?: readonly string[]
  readonly linked?: boolean
}
type Rule = (viewer: Viewer, subject: Subject) => boolean

/** The same question for the act and for the page that shows or hides its button. */
export const mayAct = (viewer: Viewer, name: ActName, subject: Subject = {}): boolean =>
  (may[name] as Rule)(viewer, subject)

function isSystem(viewer: Viewer) {
  return viewer.kind === 'system'
}

function coordinator(viewer: Viewer) {
  return viewer.coordinator || viewer.kind === 'system'
}

/** The coordination, and in their own body the chair, the deputy chair and the minute taker. */
function leadsBody(viewer: Viewer, subject: Subject) {
  return coordinator(viewer) || (subject.bodyId != null && viewer.leads.includes(subject.bodyId))
}

/** Members of the body, not its observers and guests, and the coordination. */
function belongs(viewer: Viewer, subject: Subject) {
  return leadsBody(viewer, subject) || (subject.bodyId != null && viewer.bodies.includes(subject.bodyId))
}

/** Reading minutes in, publishing: as above; where no body is named yet whoever leads one may begin. */
function readsIn(viewer: Viewer, subject: Subject) {
  return subject.bodyId == null ? coordinator(viewer) || viewer.leads.length > 0 : leadsBody(viewer, subject)
}

/** The person to whom it belongs: a commitment, in person or as holder of the office; one's own record. */
function ownsIt(viewer: Viewer, subject: Subject) {
  return viewer.personId !== null && (subject.owners ?? []).includes(viewer.personId)
}

/** Whoever is asked, and whoever leads the body in his place. */
function leadsOrOwns(viewer: Viewer, subject: Subject) {
  return leadsBody(viewer, subject) || ownsIt(viewer, subject)
}

/** About oneself, and the coordination about everybody. */
function coordinatorOrOwn(viewer: Viewer, subject: Subject) {
  return coordinator(viewer) || ownsIt(viewer, subject)
}

/** A personal link was opened, checked and found to be about this subject. */
function byLink(_viewer: Viewer, subject: Subject) {
  return subject.linked === true
}
