import { Day, Moment } from '../../../ui/dates.tsx'
import { DateInput, Form, type FormState, HiddenInput, Radios, Submit, TextArea } from '../../../ui/forms.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Details, Name, type Tone } from '../../../ui/parts.tsx'
import { Quote } from '../history/parts.tsx'
import { LONGEST_SENTENCE } from '../model.ts'
import type { ConditionShown } from './contract.ts'
import { type ConditionState, conditionAnswers } from './model.ts'

const looks: Readonly<Record<ConditionState, { tone: Tone; icon: IconName }>> = {
  watched: { tone: 'info', icon: 'clock' },
  met: { tone: 'success', icon: 'done' },
  not_yet: { tone: 'neutral', icon: 'clock' },
  never: { tone: 'danger', icon: 'close' },
  replaced: { tone: 'neutral', icon: 'close' },
}

type Props = {
  readonly commitmentId: string
  readonly conditions: readonly ConditionShown[]
  readonly zone: string
  readonly today: string
  readonly can: boolean
  readonly form: FormState
}

/** What a commitment hangs on: the last question; the earlier ones are told by the history. */
export function Conditions({ commitmentId, conditions, zone, today, can, form }: Props) {
  const { t } = useLanguage()
  const last = conditions.at(-1)
  if (!last) return <p class="muted">{t('conditions.none')}</p>
  const { wording, days, state, asked, askOn, sent, answered } = last
  return (
    <>
      <Quote>{wording}</Quote>
      <p class="cluster">
        <Badge {...looks[state]}>{t(`conditions.state.${state}`)}</Badge>
        {answered?.metOn && <Day value={answered.metOn} form="short" />}
        {state === 'watched' && (
          <span>
            {t(sent ? 'conditions.was-asked' : 'conditions.is-asked')}{' '}
            {asked ? <Name>{asked.name}</Name> : t('conditions.nobody')},{' '}
            {sent ? <Moment value={sent.at} zone={zone} form="short" /> : <Day value={askOn} form="short" />}
          </span>
        )}
      </p>
      {state === 'watched' && sent && !sent.mailed && <p class="muted">{t('conditions.not-mailed')}</p>}
      {days !== null && state === 'watched' && <p class="muted">{t('conditions.due-then', { days })}</p>}
      {state === 'never' && <p class="muted">{t('conditions.never-then')}</p>}
      {can && (
        <Details summary={t('conditions.answer')} open={form.values.form === 'condition'}>
          <ConditionForm
            action={`/commitments/${commitmentId}/conditions/${last.id}`}
            today={today}
            form={form.values.form === 'condition' ? form : null}
          />
        </Details>
      )}
    </>
  )
}

/** Whether it came true: the same for who is signed in and for who holds a link. */
export function ConditionForm({ action, today, form }: { action: string; today: string; form: FormState | null }) {
  const { t } = useLanguage()
  return (
    <Form action={action} id="condition-form" state={form}>
      <HiddenInput name="form" value="condition" />
      <Radios
        name="answer"
        legend={t('conditions.question')}
        choices={conditionAnswers.map(value => ({
          value,
          label: t(`conditions.answer.${value}`),
          hint: t(`conditions.hint.${value}`),
        }))}
        required
      />
      <div class="if-met">
        <DateInput name="metOn" label={t('conditions.met-on')} value={today} max={today} />
      </div>
      <div class="if-not-yet">
        <DateInput name="againOn" label={t('conditions.again-on')} min={today} />
      </div>
      <TextArea
        name="sentence"
        label={t('conditions.sentence')}
        hint={t('conditions.sentence-hint')}
        maxLength={LONGEST_SENTENCE}
        rows={3}
      />
      <Submit>{t('conditions.send')}</Submit>
    </Form>
  )
}
