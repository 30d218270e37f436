import { consultationResults, consultationRoles, type PaperState, paperEventKinds } from '../../ground/schema/papers.ts'
import { Day, dayText } from '../../ui/dates.tsx'
import { DateInput, Form, type FormState, HiddenInput, Select, Submit, TextArea, TextInput } from '../../ui/forms.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Badge, Details, EmptyState, Name, type Tone } from '../../ui/parts.tsx'
import type { ConsultationShown, PaperShown } from './contract.ts'
import { type LineEntry, LONGEST_NAME, LONGEST_SENTENCE, type Stretch } from './model.ts'

const tones: Readonly<Record<PaperState, Tone>> = {
  drafted: 'neutral',
  raised: 'info',
  under_way: 'info',
  won: 'success',
  partly_won: 'success',
  lost: 'danger',
  dropped: 'neutral',
}

export function StateBadge({ state }: { state: PaperState }) {
  const { t } = useLanguage()
  return <Badge tone={tones[state]}>{t(`papers.state.${state}`)}</Badge>
}

/** Still open after so many years; nothing in the first one. */
export function OpenFor({ years }: { years: number | null }) {
  const { t } = useLanguage()
  return years ? <Badge tone="warning">{t('papers.open-for', { years })}</Badge> : null
}

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
type Step = WithoutId<LineEntry>

/** Everything that happened, through the years. */
export function Line({ line }: { line: readonly Step[] }) {
  return (
    <ol class="lines">
      {line.map(entry => (
        <li>
          <p class="muted small">
            <Day value={entry.day} />
          </p>
          <LineWords entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function LineWords({ entry }: { entry: Step }) {
  const { t, language } = useLanguage()
  if (entry.kind === 'state')
    return (
      <p class="cluster">
        <StateBadge state={entry.state} />
        {entry.sentence && <Name>{entry.sentence}</Name>}
      </p>
    )
  if (entry.kind === 'version')
    return (
      <p>
        {t('papers.line.version', { number: entry.number })} {entry.note && <Name>{entry.note}</Name>}
      </p>
    )
  if (entry.kind === 'support')
    return (
      <p>
        {t('papers.support.line', { day: dayText(language, entry.until) })}{' '}
        <strong>{t('papers.support.count', { count: entry.all, named: entry.named })}</strong>
      </p>
    )
  if (entry.kind === 'event')
    return (
      <p>
        <strong>{t(`papers.event.${entry.event}`)}</strong>
        {entry.whom && (
          <>
            {' '}
            · <Name>{entry.whom}</Name>
          </>
        )}
        {entry.count !== null && ` · ${t('papers.count', { count: entry.count })}`}: <Name>{entry.sentence}</Name>
      </p>
    )
  return (
    <p>
      <strong>
        <Name>{entry.body}</Name>
      </strong>
      : {entry.result ? t(`papers.result.${entry.result}`) : t('papers.result.open')}
      {entry.sentence && (
        <>
          {' '}
          – <Name>{entry.sentence}</Name>
        </>
      )}
      {entry.source && (
        <span class="muted small">
          {' '}
          (<Name>{entry.source}</Name>)
        </span>
      )}
    </p>
  )
}

/** One side of a comparison: what is in both, and what is here alone. */
export function Stretches({ stretches, side }: { stretches: readonly Stretch[]; side: 'gone' | 'new' }) {
  const shown = stretches.filter(({ kind }) => kind === 'same' || kind === side)
  return (
    <p class="letter-text" dir="auto">
      {shown.map(({ kind, text }) => (kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : text))}
    </p>
  )
}

/** Where a paper was taken, with what was decided, or the form for it. */
export function Consultations({ data, form }: { data: PaperShown; form: FormState }) {
  const { t } = useLanguage()
  const { consultations, can } = data
  if (consultations.length === 0) return <EmptyState icon="calendar" title={t('papers.no-consultations')} />
  return (
    <ol class="items">
      {consultations.map(one => (
        <li class="item" id={`c-${one.id}`}>
          <p>
            <strong>
              <Name>{one.body}</Name>
            </strong>
          </p>
          <p class="cluster">
            <span>{t(`papers.role.${one.role}`)}</span>
            {one.day && <Day value={one.day} form="short" />}
            <Badge tone={one.result ? 'info' : 'neutral'}>{t(`papers.result.${one.result ?? 'open'}`)}</Badge>
            {one.resultDay && <Day value={one.resultDay} form="short" />}
          </p>
          {one.sentence && <p dir="auto">{one.sentence}</p>}
          {one.source && (
            <p class="muted small">
              {t('papers.source')}: <Name>{one.source}</Name>
            </p>
          )}
          {can.consult && !one.result && <ResultForm one={one} data={data} form={form} />}
        </li>
      ))}
    </ol>
  )
}

function ResultForm({ one, data, form }: { one: ConsultationShown; data: PaperShown; form: FormState }) {
  const { t } = useLanguage()
  const state = form.values.of === one.id ? form : null
  return (
    <Details summary={t('papers.note-result')} open={state !== null}>
      <Form action={`/papers/${data.id}/consultations/${one.id}/result`} id={`result-${one.id}`} state={state}>
        <HiddenInput name="of" value={one.id} />
        <Select
          name="result"
          label={t('papers.result')}
          blank={t('papers.choose-result')}
          choices={consultationResults.map(value => ({ value, label: t(`papers.result.${value}`) }))}
          required
        />
        <DateInput name="resultDay" label={t('papers.result-day')} value={data.today} max={data.today} required />
        <TextArea name="sentence" label={t('papers.result-sentence')} maxLength={LONGEST_SENTENCE} rows={3} />
        <TextInput
          name="source"
          label={t('papers.source')}
          hint={t('papers.source-hint')}
          maxLength={LONGEST_SENTENCE}
        />
        <Submit>{t('ui.save')}</Submit>
      </Form>
    </Details>
  )
}

type FormProps = { data: PaperShown; state: FormState | null }

export function ConsultationForm({ data: { id, places }, state }: FormProps) {
  const { t } = useLanguage()
  const { bodies, organizations } = places!
  const marked = (kind: string, all: readonly { id: string; name: string }[]) =>
    all.map(one => ({ value: `${kind}:${one.id}`, label: one.name }))
  return (
    <Form action={`/papers/${id}/consultations`} id="consult" state={state}>
      <Select
        name="where"
        label={t('papers.where')}
        blank={t('papers.elsewhere')}
        choices={[
          { label: t('papers.organizations'), choices: marked('organization', organizations) },
          { label: t('papers.bodies'), choices: marked('body', bodies) },
        ]}
      />
      <TextInput
        name="bodyName"
        label={t('papers.body-name')}
        hint={t('papers.body-name-hint')}
        maxLength={LONGEST_NAME}
      />
      <DateInput name="day" label={t('papers.meeting-day')} />
      <Select
        name="role"
        label={t('papers.role')}
        value="decision"
        choices={consultationRoles.map(value => ({ value, label: t(`papers.role.${value}`) }))}
        required
      />
      <Submit kind="secondary">{t('papers.consult')}</Submit>
    </Form>
  )
}

export function EventForm({ data: { id, today }, state }: FormProps) {
  const { t } = useLanguage()
  return (
    <Form action={`/papers/${id}/events`} id="note" state={state}>
      <Select
        name="kind"
        label={t('papers.event')}
        value="call"
        choices={paperEventKinds.map(value => ({ value, label: t(`papers.event.${value}`) }))}
        required
      />
      <DateInput name="day" label={t('papers.event-day')} value={today} max={today} required />
      <TextInput name="whom" label={t('papers.whom')} hint={t('papers.whom-hint')} maxLength={LONGEST_NAME} />
      <TextArea name="sentence" label={t('papers.what')} maxLength={LONGEST_SENTENCE} rows={3} required />
      <TextInput type="number" name="count" label={t('papers.how-many')} hint={t('papers.how-many-hint')} />
      <Submit kind="secondary">{t('papers.keep-event')}</Submit>
    </Form>
  )
}
