import { languages, ownNames } from '../../../texts/texts.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import {
  Checkbox,
  DateInput,
  Form,
  HiddenInput,
  PostButton,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, Details, EmptyState, Name, Notice, Section, type Tone } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { Quote } from '../../commitments/history/parts.tsx'
import { judgesSomebody } from '../../minutes/model.ts'
import { warningsOf } from '../../publications/model.ts'
import type { EntriesShown, ProposalShown } from '../contract.ts'
import { FEWEST_DAYS, LONGEST_REASON, LONGEST_WORDING, MOST_DAYS, WAITING_DAYS } from '../model.ts'
import { Entry } from '../parts.tsx'

/** Writes the wording, shows exactly what will be public, and sends it to the authority first. */
export function ProposalPage({ data, form, frame }: Shown<unknown, ProposalShown>) {
  const { t, languages: offered } = frame
  const { id, text, people, entry, mark, today, zone } = data
  const shown = entry.side === 'authority'
  const wording = form.values.wording?.trim() ?? ''
  const askedOn = form.values.askedOn || entry.askedOn
  const preview = wording !== '' && form.problems.every(({ field }) => field === 'approved')
  return (
    <Page
      frame={frame}
      title={t('account.propose.title')}
      lead={t(`account.propose.lead.${entry.side}`)}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: `/commitments/${id}`, label: text },
      ]}
      failed={form.problems.length > 0}
    >
      <Section title={t('publications.approve.inside')}>
        <Quote lang={offered[0]}>{text}</Quote>
      </Section>
      {preview && (
        <Section title={t('publications.approve.preview')} id="preview">
          {warningsOf(wording, { text, people, judges: judgesSomebody(wording) }).map(({ code, names }) => (
            <Notice tone="warning">{t(`publications.warning.${code}`, { names: names.join(', ') })}</Notice>
          ))}
          <Entry entry={{ ...entry, wording, askedOn }} zone={zone} first={offered[0]} />
        </Section>
      )}
      <Form action={`/commitments/${id}/account`} state={form}>
        <TextArea
          name="wording"
          label={t('account.propose.wording')}
          hint={t('publications.approve.wording-hint')}
          maxLength={LONGEST_WORDING}
          rows={4}
          required
        />
        <DateInput
          name="askedOn"
          label={t(shown ? 'account.asked-on' : 'account.taken-on')}
          value={entry.askedOn}
          max={today}
          required
        />
        {shown && (
          <>
            <TextInput
              name="email"
              type="email"
              label={t('account.propose.email')}
              hint={t('account.propose.email-hint')}
              maxLength={254}
              required
            />
            <Select
              name="language"
              label={t('commitments.ask.language')}
              value={offered[0] ?? 'de'}
              choices={languages.map(value => ({ value, label: ownNames[value] }))}
              unmarked
            />
            <TextInput
              name="days"
              label={t('account.propose.days')}
              hint={t('account.propose.days-hint', { fewest: FEWEST_DAYS, most: MOST_DAYS })}
              value={String(WAITING_DAYS)}
              required
            />
          </>
        )}
        {preview && (
          <>
            <HiddenInput name="seen" value={mark} />
            <Checkbox name="approved" label={t(`account.propose.approved.${entry.side}`)} />
          </>
        )}
        <Submit>{t(preview ? `account.propose.submit.${entry.side}` : 'publications.approve.show')}</Submit>
      </Form>
    </Page>
  )
}

type Row = EntriesShown['entries'][number]
const tones: Readonly<Record<Row['standing'], Tone>> = {
  ...{ waiting: 'neutral', ripe: 'info', public: 'success', withdrawn: 'neutral' },
}

/** What waits for its authority, what may be published now, what is public, and what was withdrawn. */
export function EntriesPage({ data: { entries, zone }, form, frame }: Shown<unknown, EntriesShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('account.entries.title')}
      lead={t('account.entries.lead')}
      breadcrumbs={[{ href: '/accountability', label: t('account.title') }]}
      failed={form.problems.length > 0}
    >
      <Table
        caption={t('account.entries.title')}
        captionHidden
        rows={entries}
        empty={
          <EmptyState icon="file" title={t('account.none')}>
            {t('account.entries.none-why')}
          </EmptyState>
        }
        columns={[
          {
            label: t('account.propose.wording'),
            cell: ({ wording, commitmentId }) => (
              <a href={`/commitments/${commitmentId}`} dir="auto">
                {wording}
              </a>
            ),
          },
          { label: t('account.authority'), cell: ({ authority }) => <Name>{authority}</Name> },
          { label: t('account.state'), cell: row => <Standing row={row} frame={frame} /> },
          {
            label: t('account.statement'),
            cell: ({ statement }) =>
              statement && (
                <>
                  <Quote>{statement.content}</Quote>
                  <div class="small">
                    <Moment value={statement.at} zone={zone} form="short" />
                  </div>
                </>
              ),
          },
          { label: t('account.entries.acts'), silent: true, cell: row => <Acts row={row} frame={frame} /> },
        ]}
      />
    </Page>
  )
}

function Standing({ row: { standing, publicFrom, withdrawnReason }, frame: { t } }: { row: Row; frame: Frame }) {
  return (
    <>
      <Badge tone={tones[standing]}>{t(`account.standing.${standing}`)}</Badge>
      {standing === 'waiting' && (
        <div class="small">
          {t('account.from')} <Day value={publicFrom} form="short" />
        </div>
      )}
      {standing === 'withdrawn' && (
        <div class="small" dir="auto">
          {withdrawnReason || t('account.replaced')}
        </div>
      )}
    </>
  )
}

const Acts = ({ row: { id, wording, can }, frame: { t } }: { row: Row; frame: Frame }) => (
  <>
    {can.publish && (
      <PostButton action={`/accountability/entries/${id}/publication`} small about={wording}>
        {t('publications.publish')}
      </PostButton>
    )}
    {can.withdraw && (
      <Details summary={t('publications.withdraw')}>
        <Form action={`/accountability/entries/${id}/withdrawal`}>
          <TextInput name="reason" label={t('account.reason')} maxLength={LONGEST_REASON} required />
          <Submit kind="danger" small>
            {t('publications.withdraw')}
          </Submit>
        </Form>
      </Details>
    )}
  </>
)
