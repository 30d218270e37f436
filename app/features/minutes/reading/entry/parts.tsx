import {
  type AttendanceState,
  attendanceStates,
  decisionResults,
  entryKinds,
} from '../../../../../reader/src/reading.ts'
import type { Shown } from '../../../../ui/doors.tsx'
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  DateInput,
  Form,
  HiddenInput,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../../ui/forms.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { addedKinds, type ReviewInput } from '../contract.ts'
import type { ReviewData } from '../finds.ts'
import { type AgendaRow, type AttendanceItem, type EntryItem, emptyEntry, spanOf, stateFor } from '../model.ts'
import { viewQuery } from '../view/model.ts'
import { dueFields, namesText, votesText, whenFields } from './model.ts'

type Props = Shown<ReviewInput, ReviewData>

/** Where a form about an item goes; the order of the page goes along. */
const pathOf = ({ id, order }: ReviewInput, item?: string, section?: string): string =>
  `/readings/${id}/items${item ? `/${item}/${section}` : ''}${viewQuery({ order })}`
const backHref = ({ id, order }: ReviewInput, item: string): string =>
  `/readings/${id}${viewQuery({ order })}#item-${item}`

/** The form of one entry: what it is, its words and lines, and the fields of its kind; other fields fold away. */
export function EntryForm({ input, data, frame, form, item }: Props & { item: EntryItem }) {
  const { t } = frame
  const { review } = data
  return (
    <Form action={pathOf(input, item.id, 'entry')} state={stateFor(form, 'text')} id="edit">
      <HiddenInput name="revision" value={String(review.revision)} />
      <Select
        name="kind"
        label={t('minutes.entry.kind')}
        value={item.now.kind}
        choices={entryKinds.map(kind => ({ value: kind, label: t(`entry.kind.${kind}`) }))}
        required
      />
      <TextArea name="text" label={t('minutes.entry.text')} value={item.now.text} rows={4} required />
      <LineFields from={item.lines.from} to={item.lines.to} />
      <KindFields item={item} data={data} />
      <Buttons>
        <Submit name="act" value="save">
          {t('minutes.item.save')}
        </Submit>
        <Button name="act" value="split">
          {t('minutes.item.split')}
        </Button>
        <Button name="act" value="merge">
          {t('minutes.item.merge')}
        </Button>
        <ButtonLink href={backHref(input, item.id)} kind="quiet">
          {t('ui.cancel')}
        </ButtonLink>
      </Buttons>
      <p class="muted">{t('minutes.item.split-hint')}</p>
    </Form>
  )
}

function LineFields({ from, to }: { from: number; to: number }) {
  const { t } = useLanguage()
  return (
    <div class="fields-row">
      <TextInput name="from" type="number" label={t('minutes.entry.from')} value={String(from)} required />
      <TextInput name="to" type="number" label={t('minutes.entry.to')} value={String(to)} required />
    </div>
  )
}

/** All fields stand in the form, so that a changed kind has its own; those of other kinds are folded. */
function KindFields({ item, data }: { item: Pick<EntryItem, 'now'>; data: ReviewData }) {
  const { t } = useLanguage()
  const { now } = item
  const same = now.sameAs === null ? '' : (now.sameAs.id ?? 'new')
  const [due, when] = [dueFields(now.due), whenFields(now.when)]
  const groups = [
    {
      name: 'task',
      open: now.kind === 'task' || now.kind === 'status',
      fields: (
        <>
          <TextInput
            name="owners"
            label={t('minutes.entry.owners')}
            hint={t('minutes.entry.owners-hint')}
            value={namesText(now.owners)}
            proposals={data.known}
          />
          <TextInput name="due" label={t('minutes.entry.due-words')} value={due.due} />
          <DateInput name="dueOn" label={t('minutes.entry.due-on')} value={due.dueOn} />
          <Select
            name="sameAs"
            label={t('minutes.entry.same-as')}
            hint={t('minutes.entry.same-as-hint')}
            value={same}
            blank={t('minutes.entry.same-as-none')}
            choices={[
              { value: 'new', label: t('minutes.entry.same-as-new') },
              ...data.commitments.map(({ id, wording, owner }) => ({
                value: id,
                label: owner ? `${wording} (${owner})` : wording,
              })),
            ]}
          />
          <Select
            name="done"
            label={t('minutes.entry.done')}
            value={now.done === null ? '' : now.done ? 'yes' : 'no'}
            blank={t('minutes.entry.done.unsaid')}
            choices={[
              { value: 'yes', label: t('minutes.entry.done.yes') },
              { value: 'no', label: t('minutes.entry.done.no') },
            ]}
          />
        </>
      ),
    },
    {
      name: 'decision',
      open: now.kind === 'decision',
      fields: (
        <>
          <Select
            name="result"
            label={t('minutes.entry.result')}
            value={now.result ?? ''}
            blank={t('minutes.entry.result-unsaid')}
            choices={decisionResults.map(value => ({ value, label: t(`decision.result.${value}`) }))}
          />
          <TextInput
            name="votes"
            label={t('minutes.entry.votes')}
            hint={t('minutes.entry.votes-hint')}
            value={votesText(now.votes)}
          />
          <TextInput name="condition" label={t('minutes.entry.condition')} value={now.condition ?? ''} />
        </>
      ),
    },
    {
      name: 'appointment',
      open: now.kind === 'appointment',
      fields: (
        <>
          <TextInput name="title" label={t('minutes.entry.title')} value={now.title ?? ''} />
          <DateInput name="date" label={t('minutes.entry.date')} value={when.date} />
          <DateInput name="until" label={t('minutes.entry.until')} value={when.until} />
          <TextInput name="start" type="time" label={t('minutes.head.start')} value={when.start} />
          <TextInput name="end" type="time" label={t('minutes.head.end')} value={when.end} />
          <TextInput name="place" label={t('minutes.entry.place')} value={now.place ?? ''} />
        </>
      ),
    },
    {
      name: 'other',
      open: now.kind === 'statement' || now.kind === 'wish' || now.kind === 'idea',
      fields: (
        <>
          <TextInput
            name="speaker"
            label={t('minutes.entry.speaker')}
            value={now.speaker ?? ''}
            proposals={data.known}
          />
          <Checkbox name="parked" label={t('minutes.entry.parked')} checked={now.parked} unmarked />
          <DateInput
            name="lookAgainOn"
            label={t('minutes.entry.look-again')}
            hint={t('minutes.entry.look-again-hint')}
            value={now.lookAgainOn ?? ''}
          />
        </>
      ),
    },
  ] as const
  return (
    <>
      {groups.map(({ name, open, fields }) => (
        <details class="fields" open={open}>
          <summary>{t(`minutes.entry.fields.${name}`)}</summary>
          {fields}
        </details>
      ))}
    </>
  )
}

/** Adds what the reader missed: mark lines on the left, or type their numbers. */
export function AddForm({ input, data, frame, form }: Props) {
  const { t } = frame
  const { review } = data
  const from = input.from ?? 1
  const to = Math.max(input.to ?? from, from)
  const text = input.from === undefined ? '' : spanOf(review.lines, { from, to })
  const attends = (kind: string): kind is AttendanceState => (attendanceStates as readonly string[]).includes(kind)
  const label = (kind: (typeof addedKinds)[number]) =>
    kind === 'agenda'
      ? t('minutes.items.agenda-item')
      : attends(kind)
        ? t(`attendance.${kind}`)
        : t(`entry.kind.${kind}`)
  return (
    <section class="section" id="add">
      <h2>{t('minutes.add.title')}</h2>
      <p>{t('minutes.add.lead')}</p>
      <Form action={pathOf(input)} state={input.item ? null : stateFor(form, 'text')} id="add-form">
        <HiddenInput name="revision" value={String(review.revision)} />
        <LineFields from={from} to={to} />
        <Select
          name="kind"
          label={t('minutes.entry.kind')}
          value="task"
          choices={addedKinds.map(kind => ({ value: kind, label: label(kind) }))}
          required
        />
        <TextArea name="text" label={t('minutes.entry.text')} hint={t('minutes.add.text-hint')} value={text} rows={3} />
        <KindFields item={{ now: emptyEntry('information', '') }} data={data} />
        <Submit kind="secondary" icon="add">
          {t('minutes.add.submit')}
        </Submit>
      </Form>
    </section>
  )
}

export function AttendeeForm({ input, data, frame, form, item }: Props & { item: AttendanceItem }) {
  const { t } = frame
  const { review, known } = data
  return (
    <Form action={pathOf(input, item.id, 'attendee')} state={stateFor(form, 'name')} id="edit">
      <HiddenInput name="revision" value={String(review.revision)} />
      <TextInput name="name" label={t('minutes.attendee.name')} value={item.now.name} proposals={known} required />
      <Select
        name="state"
        label={t('minutes.attendee.state')}
        value={item.now.state}
        choices={attendanceStates.map(value => ({ value, label: t(`attendance.${value}`) }))}
        required
      />
      <TextInput name="onBehalfOf" label={t('minutes.attendee.on-behalf-of')} value={item.now.onBehalfOf ?? ''} />
      <SaveOrLeave href={backHref(input, item.id)} />
    </Form>
  )
}

export function AgendaForm({ input, data, frame, form, item }: Props & { item: AgendaRow }) {
  const { t } = frame
  const { review } = data
  return (
    <Form action={pathOf(input, item.id, 'agenda')} state={stateFor(form, 'number')} id="edit">
      <HiddenInput name="revision" value={String(review.revision)} />
      <TextInput name="number" label={t('minutes.agenda.number')} value={item.now.number ?? ''} />
      <TextInput name="title" label={t('minutes.agenda.title')} value={item.now.title} required />
      <TextInput name="level" type="number" label={t('minutes.agenda.level')} value={String(item.now.level)} required />
      <SaveOrLeave href={backHref(input, item.id)} />
    </Form>
  )
}

function SaveOrLeave({ href }: { href: string }) {
  const { t } = useLanguage()
  return (
    <Buttons>
      <Submit>{t('minutes.item.save')}</Submit>
      <ButtonLink href={href} kind="quiet">
        {t('ui.cancel')}
      </ButtonLink>
    </Buttons>
  )
}
