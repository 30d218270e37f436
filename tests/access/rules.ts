import { presetRules } from '../../app/features/directory/rules/preset/model.ts'

/** The rules of an association by law, as its form sends them. */
export function rulesForm(): Record<string, string> {
  const { notice, invitation, quorum, majorities, deputies, votes, attendance, circular, counting, interest } =
    presetRules('association', null)
  const fields: Record<string, string> = {
    ...{ validFrom: '2026-01-01', noticeLength: '', noticeUnit: notice.unit, noticeEvent: notice.event },
    ...{ noticeClear: 'yes', noticeDelivery: String(notice.delivery), noticeUrgent: '' },
    ...{ invitationForm: invitation.form, quorumKind: quorum.kind, quorumNumber: String(quorum.number) },
    ...{ quorumShare: quorum.share, quorumBy: quorum.by, deputiesKind: deputies.kind, deputiesMost: '1' },
    ...{ votesBy: votes.by, hybrid: attendance.hybrid, virtual: attendance.virtual, circularKind: circular.kind },
    ...{ circularMeasure: circular.measure, circularParticipation: circular.participation, circularForm: 'law' },
  }
  for (const [matter, { measure, of }] of Object.entries(majorities)) {
    fields[`${matter}Measure`] = measure
    fields[`${matter}Of`] = of
  }
  const sourced = {
    notice,
    invitation,
    quorum,
    ...majorities,
    counting,
    deputies,
    votes,
    interest,
    attendance,
    circular,
  }
  for (const [rule, { source }] of Object.entries(sourced)) {
    fields[`${rule}Basis`] = source.basis
    fields[`${rule}Paragraph`] = source.paragraph
  }
  return fields
}
