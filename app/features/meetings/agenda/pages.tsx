import type { Texts } from '../../../texts/texts.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Form, type FormState, PostButton, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import { ReplacedTerms } from '../../directory/term/parts.tsx'
import { MeetingSubpage } from '../parts.tsx'
import type { AgendaShown } from './contract.ts'
import { LONGEST_TITLE } from './model.ts'
import { FromCommitment } from './parts.tsx'

/** The agenda of a meeting to come, to work on: order, words, planned minutes. */
export function AgendaPage({ data, form, frame }: Shown<unknown, AgendaShown>) {
  const { t } = frame
  const { meeting, items, invited, open } = data
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('meetings.agenda')} failed={form.problems.length > 0}>
      {open && invited > 0 && (
        <Notice tone="info" title={t('meetings.agenda.told', { count: invited })}>
          <a href={`/meetings/${meeting.id}/invitation#again`}>{t('meetings.agenda.tell-again')}</a>
        </Notice>
      )}
      {!open && (
        <Notice tone="info" title={t('problem.meeting-held')}>
          <a href={`/meetings/${meeting.id}`}>{meeting.name}</a>
        </Notice>
      )}
      {open && (
        <Buttons>
          <ButtonLink href={`/meetings/${meeting.id}/preparation`}>{t('meetings.preparation')}</ButtonLink>
          <ButtonLink href={`/meetings/${meeting.id}/proposals`}>{t('proposals.title')}</ButtonLink>
        </Buttons>
      )}
      <ReplacedTerms found={data.replacedTerms} />
      {items.length === 0 ? (
        <EmptyState icon="file" title={t('meetings.agenda.empty')} />
      ) : (
        <ol class="lines">
          {items.map(item => (
            <Item item={item} open={open} t={t} />
          ))}
        </ol>
      )}
      <Planned data={data} t={t} />
      {open && (
        <Section title={t('meetings.agenda.add')} id="add">
          <Form action={`/meetings/${meeting.id}/agenda`} state={form}>
            <ItemFields t={t} />
            <Select
              unmarked
              name="after"
              label={t('meetings.agenda.after')}
              blank={t('meetings.agenda.before-the-end')}
              choices={items.map(({ id, number, title }) => ({ value: id, label: `${number ?? ''} ${title}`.trim() }))}
            />
            <Submit>{t('meetings.agenda.add')}</Submit>
          </Form>
        </Section>
      )}
    </MeetingSubpage>
  )
}

type Item = AgendaShown['items'][number]

function Item({ item, open, t }: { item: Item; open: boolean; t: Texts }) {
  const { id, number, title, duration, commitment, up, down } = item
  return (
    <li id={id}>
      <h2 class="heading-small">
        {number && <span class="count">{number} </span>}
        <Name>{title}</Name>
        {duration && <span class="muted small"> {t('meetings.agenda.minutes', { count: duration })}</span>}
      </h2>
      {commitment && <FromCommitment commitment={commitment} />}
      {open && (
        <div class="buttons">
          {up && (
            <PostButton action={`/agenda/${id}/place`} values={{ place: 'up' }} kind="secondary">
              {t('meetings.agenda.up')}
              <span class="kern-sr-only">: {title}</span>
            </PostButton>
          )}
          {down && (
            <PostButton action={`/agenda/${id}/place`} values={{ place: 'down' }} kind="secondary">
              {t('meetings.agenda.down')}
              <span class="kern-sr-only">: {title}</span>
            </PostButton>
          )}
          <ButtonLink href={`/agenda/${id}/change`} kind="quiet">
            {t('ui.change')}
            <span class="kern-sr-only">: {title}</span>
          </ButtonLink>
        </div>
      )}
    </li>
  )
}

function Planned({ data: { planned, ends, over, meeting }, t }: { data: AgendaShown; t: Texts }) {
  if (planned === null) return null
  const minutes = t('meetings.agenda.planned', { count: planned })
  const until = ends ? t('meetings.agenda.ends', { time: ends }) : ''
  if (!over) return <p class="muted">{`${minutes} ${until}`.trim()}</p>
  return (
    <Notice tone="warning" title={`${minutes} ${until}`.trim()}>
      {t('meetings.agenda.over', { time: meeting.endTime?.slice(0, 5) ?? '' })}
    </Notice>
  )
}

/** What an item says and how long it is meant to take. */
export function ItemForm(props: { item: FieldsOf & { id: string }; t: Texts; form: FormState | null }) {
  const { item, t, form } = props
  return (
    <Form action={`/agenda/${item.id}/content`} state={form} id="content">
      <ItemFields t={t} item={item} />
      <Buttons>
        <Submit>{t('ui.save')}</Submit>
      </Buttons>
    </Form>
  )
}

type FieldsOf = Pick<Item, 'title' | 'level' | 'duration'>

function ItemFields({ t, item }: { t: Texts; item?: FieldsOf }) {
  return (
    <>
      <TextInput
        required
        name="title"
        label={t('meetings.agenda.item-title')}
        value={item?.title ?? ''}
        maxLength={LONGEST_TITLE}
      />
      <Select
        unmarked
        name="level"
        label={t('meetings.agenda.level')}
        value={String(item?.level ?? 1)}
        choices={(['1', '2'] as const).map(value => ({ value, label: t(`meetings.agenda.level.${value}`) }))}
      />
      <TextInput
        name="duration"
        type="number"
        label={t('meetings.agenda.duration')}
        value={item?.duration ? String(item.duration) : ''}
      />
    </>
  )
}
