import { Day, Moment } from '../../../ui/dates.tsx'
import type { FormState } from '../../../ui/field.tsx'
import { ButtonLink, Form, Submit, TextArea } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Details, Name, Notice, Section } from '../../../ui/parts.tsx'
import type { CorrectionsShown, Proposing } from './contract.ts'
import { type Correction, LONGEST_REASON, LONGEST_WORDING } from './model.ts'

/** To whoever is asked, on the page of the minutes. */
export function Asked({ until }: { until: string }) {
  const { t } = useLanguage()
  return (
    <Notice tone="info" title={t('minutes.corrections.asked')}>
      {t('minutes.corrections.until')} <Day value={until} form="weekday" />
    </Notice>
  )
}

/** Accepted corrections beside what they correct. */
export function Corrected({ corrections }: { corrections: readonly Correction[] }) {
  const { t } = useLanguage()
  return (
    <>
      {corrections.map(({ id, wording, later }) => (
        <Notice tone="success" title={t(later ? 'minutes.corrections.later' : 'minutes.corrections.corrected')}>
          <p id={`corrected-${id}`} class="letter-text" dir="auto">
            {wording}
          </p>
        </Notice>
      ))}
    </>
  )
}

type Told = CorrectionsShown['corrections'][number]

/** What was proposed: about what, what should stand there, why, by whom, and what became of it. */
export function Proposal({ one, zone }: { one: Told; zone: string }) {
  const { t } = useLanguage()
  return (
    <>
      <p class="muted small">{one.about === null ? t('minutes.corrections.whole') : t('minutes.corrections.about')}</p>
      {one.about !== null && (
        <blockquote dir="auto" lang="de">
          {one.about}
        </blockquote>
      )}
      <p class="muted small">{t('minutes.corrections.wording')}</p>
      <p class="letter-text" dir="auto">
        {one.wording}
      </p>
      {one.reason && (
        <p dir="auto">
          {t('minutes.corrections.because')} <bdi>{one.reason}</bdi>
        </p>
      )}
      <p class="muted small cluster">
        <Moment value={one.proposedAt} zone={zone} form="short" />
        {one.by && <Name>{one.by}</Name>}
      </p>
      <p class="cluster">
        <AnswerBadge answer={one.answer} />
        {one.word && <Name>{one.word}</Name>}
        {one.answeredBy && (
          <span class="muted small">
            <Name>{one.answeredBy}</Name>
          </span>
        )}
      </p>
    </>
  )
}

function AnswerBadge({ answer }: { answer: Told['answer'] }) {
  const { t } = useLanguage()
  if (answer === null) return <Badge tone="neutral">{t('minutes.corrections.answer.none')}</Badge>
  return <Badge tone={answer === 'accepted' ? 'success' : 'warning'}>{t(`minutes.corrections.answer.${answer}`)}</Badge>
}

type ProposeProps = {
  readonly proposing: Proposing
  /** Where the form goes; its address carries the place. */
  readonly action: string
  readonly form: FormState
  readonly open: boolean
  /** The minutes are approved: what is written here stands beside them, and nobody answers it. */
  readonly later?: boolean
}

/** What can be corrected, each line leading to the form about it, and the form where a place was chosen. */
export function Propose({ proposing: { lines, chosen }, action, form, open, later = false }: ProposeProps) {
  const { t } = useLanguage()
  const title = t(later ? 'minutes.corrections.record' : 'minutes.corrections.propose')
  return (
    <>
      {open && chosen && (
        <Section title={title} id="propose">
          {later && <p>{t('minutes.corrections.record-how')}</p>}
          {chosen.text === null ? (
            <p>{t('minutes.corrections.to-whole')}</p>
          ) : (
            <>
              <p>{t('minutes.corrections.to-line')}</p>
              <blockquote dir="auto" lang="de">
                {chosen.text}
              </blockquote>
              <p>
                <a href={`${action}#lines`}>{t('minutes.corrections.elsewhere')}</a>
              </p>
            </>
          )}
          <Form
            action={`${action}${later ? '/later' : ''}?at=${chosen.at}`}
            state={form.values.wording === undefined ? null : form}
          >
            <TextArea
              name="wording"
              label={t('minutes.corrections.wording')}
              value={chosen.text ?? ''}
              maxLength={LONGEST_WORDING}
              rows={4}
              required
            />
            <TextArea name="reason" label={t('minutes.corrections.reason')} maxLength={LONGEST_REASON} rows={2} />
            <Submit>{later ? t('ui.save') : t('minutes.corrections.submit')}</Submit>
          </Form>
        </Section>
      )}
      <Section title={t('minutes.corrections.lines')} id="lines">
        <Details summary={t('minutes.corrections.lines-show', { count: lines.length })} open={!chosen?.text}>
          <ol class="lines">
            {lines.map(({ at, number, text }) => (
              <li>
                <p dir="auto" lang="de">
                  {number && <span class="count">{number} </span>}
                  {at.startsWith('item-') ? <strong>{text}</strong> : text}
                </p>
                {open && (
                  <ButtonLink href={`${action}?at=${at}#propose`} kind="quiet" small about={text}>
                    {title}
                  </ButtonLink>
                )}
              </li>
            ))}
          </ol>
        </Details>
      </Section>
    </>
  )
}
