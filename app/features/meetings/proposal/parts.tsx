import type { ProposalAnswer } from '../../../ground/schema/proposals.ts'
import type { Texts } from '../../../texts/texts.ts'
import { Day } from '../../../ui/dates.tsx'
import { TextArea, TextInput } from '../../../ui/forms.tsx'
import { Badge, Name, Notice } from '../../../ui/parts.tsx'
import { LONGEST_TITLE } from '../agenda/model.ts'
import type { DeadlineShown, ProposalShown } from './contract.ts'
import { LONGEST_WHY } from './model.ts'

/** How a proposal stands. */
export function ProposalBadge({ answer, t }: { answer: ProposalAnswer | null; t: Texts }) {
  if (answer === 'accepted') return <Badge tone="success">{t('proposals.state.accepted')}</Badge>
  if (answer === 'declined') return <Badge tone="neutral">{t('proposals.state.declined')}</Badge>
  return <Badge tone="info">{t('proposals.state.waiting')}</Badge>
}

/** Until when proposals are taken and whence that is, or that they are taken no more. */
export function DeadlineNotice({ deadline: { until, from, open }, t }: { deadline: DeadlineShown; t: Texts }) {
  if (!open)
    return (
      <Notice tone="warning" title={t('problem.proposals-closed')}>
        {until && (
          <>
            {t('proposals.ended')} <Day value={until} form="weekday" />
          </>
        )}
      </Notice>
    )
  if (!until) return <p class="muted">{t('proposals.open')}</p>
  return (
    <Notice
      tone="info"
      title={
        <>
          {t('proposals.until')}: <Day value={until} form="weekday" />
        </>
      }
    >
      {t(`proposals.until-from.${from}`)}
    </Notice>
  )
}

/** Why, how long, and why not. */
export function ProposalContent({ proposal: { why, duration, reason }, t }: { proposal: ProposalShown; t: Texts }) {
  return (
    <>
      {why && (
        <p class="letter-text" dir="auto">
          {why}
        </p>
      )}
      {duration && <p class="small">{t('proposals.wished', { count: duration })}</p>}
      {reason && (
        <p>
          {t('proposals.reason')}: <Name>{reason}</Name>
        </p>
      )}
    </>
  )
}

export function ProposalFields({ t }: { t: Texts }) {
  return (
    <>
      <TextInput required name="title" label={t('proposals.what')} maxLength={LONGEST_TITLE} />
      <TextArea name="why" label={t('proposals.why')} maxLength={LONGEST_WHY} />
      <TextInput name="duration" type="number" label={t('proposals.duration')} />
    </>
  )
}
