import { Day } from '../../../ui/dates.tsx'
import {
  DateInput,
  Form,
  type FormState,
  HiddenInput,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name, type Tone } from '../../../ui/parts.tsx'
import type { EventShown } from '../history/contract.ts'
import { type Answer, answers, LONGEST_SENTENCE, LONGEST_WORDING } from '../model.ts'
import { answerSources, answersByLink, LONGEST_NAME } from './model.ts'

const tones: Readonly<Record<Answer, Tone>> = {
  promised: 'success',
  partly: 'info',
  refused: 'danger',
  evasive: 'warning',
  redirected: 'warning',
  silent: 'neutral',
}

export function AnswerBadge({ answer }: { answer: Answer }) {
  const { t } = useLanguage()
  return <Badge tone={tones[answer]}>{t(`commitments.answer.${answer}`)}</Badge>
}

type FormProps = { id: string; today: string; wording: string; form: FormState }

/** What an addressee said, written down by somebody of the table. */
export function AnswerForm({ id, today, wording, form }: FormProps) {
  const { t } = useLanguage()
  return (
    <Form action={`/commitments/${id}/answers`} id="answer-form" state={form.values.form === 'answer' ? form : null}>
      <HiddenInput name="form" value="answer" />
      <AnswerFields of={answers} wording={wording} />
      <TextInput
        name="speaker"
        label={t('answers.speaker')}
        hint={t('answers.speaker-hint')}
        maxLength={LONGEST_NAME}
      />
      <TextInput
        name="speakerOffice"
        label={t('answers.office')}
        hint={t('answers.office-hint')}
        maxLength={LONGEST_NAME}
      />
      <DateInput name="givenOn" label={t('answers.given-on')} value={today} max={today} required />
      <Select
        name="source"
        label={t('answers.source')}
        value="letter"
        choices={answerSources
          .filter(source => source !== 'link')
          .map(value => ({ value, label: t(`answers.source.${value}`) }))}
        required
      />
      <TextInput
        name="sourceWords"
        label={t('answers.source-words')}
        hint={t('answers.source-words-hint')}
        maxLength={LONGEST_NAME}
      />
      <Submit kind="secondary">{t('answers.record')}</Submit>
    </Form>
  )
}

/** The answer itself, with what only some answers need; what another one needs is hidden by the style sheet. */
function AnswerFields({ of, wording }: { of: readonly Answer[]; wording: string }) {
  const { t } = useLanguage()
  return (
    <>
      <Radios
        name="answer"
        legend={t('answers.question')}
        choices={of.map(value => ({
          value,
          label: t(`commitments.answer.${value}`),
          hint: t(`answers.hint.${value}`),
        }))}
        required
      />
      <div class="if-promised">
        <TextArea
          name="promise"
          label={t('answers.promise')}
          hint={t('answers.promise-hint')}
          value={wording}
          maxLength={LONGEST_WORDING}
          rows={3}
        />
        <DateInput name="untilOn" label={t('answers.until')} />
        <TextInput
          name="untilWords"
          label={t('answers.until-words')}
          hint={t('answers.until-words-hint')}
          maxLength={LONGEST_NAME}
        />
      </div>
      <div class="if-redirected">
        <TextInput name="redirectedTo" label={t('answers.redirected-to')} maxLength={LONGEST_NAME} />
      </div>
      <TextArea
        name="sentence"
        label={t('answers.sentence')}
        hint={t('answers.sentence-hint')}
        maxLength={LONGEST_SENTENCE}
        rows={3}
      />
    </>
  )
}

/** The same for whoever holds a link. */
export function LinkAnswerForm({ secret, wording, form }: { secret: string; wording: string; form: FormState }) {
  const { t } = useLanguage()
  return (
    <Form action={`/links/${secret}/answers`} id="answer-form" state={form.values.form === 'answer' ? form : null}>
      <HiddenInput name="form" value="answer" />
      <AnswerFields of={answersByLink} wording={wording} />
      <TextInput name="speaker" label={t('answers.you')} maxLength={LONGEST_NAME} />
      <TextInput name="speakerOffice" label={t('answers.your-office')} maxLength={LONGEST_NAME} />
      <p class="muted">{t('answers.who-reads')}</p>
      <Submit>{t('answers.send')}</Submit>
    </Form>
  )
}

type AnswerShown = Extract<EventShown, { kind: 'answer' }>

/** When it was given, by whom, where it can be found, and what came of it. */
export function AnswerDetails({ event }: { event: AnswerShown }) {
  const { t } = useLanguage()
  const { givenOn, speaker, speakerOffice, from, sourceWords, redirectedTo, promised } = event
  const who = [speaker, speakerOffice].filter(Boolean).join(', ')
  return (
    <>
      <p class="small cluster">
        {givenOn && <Day value={givenOn} form="short" />}
        {who && <Name>{who}</Name>}
        {from && <span>{t(`answers.source.${from}`)}</span>}
        {sourceWords && <Name>{sourceWords}</Name>}
      </p>
      {redirectedTo && (
        <p class="small">
          {t('answers.redirected-to')}: <Name>{redirectedTo}</Name>
        </p>
      )}
      {promised && (
        <p class="small">
          {t('answers.promised')}{' '}
          <a href={`/commitments/${promised.id}`}>
            <Name>{promised.name}</Name>
          </a>
        </p>
      )}
    </>
  )
}
