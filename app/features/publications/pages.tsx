import { Day, Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { Checkbox, Form, PostButton, Submit, TextArea } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { Badge, DefinitionList, EmptyState, Name, Notice, Section } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { judgesSomebody } from '../minutes/model.ts'
import type { ApprovalShown, PublicationsShown, PublishedShown } from './contract.ts'
import { LONGEST_WORDING, places, warningsOf } from './model.ts'

/** What the network tells everybody. */
export function PublishedPage({ data, frame }: Shown<unknown, PublishedShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('publications.public.title')} lead={t('publications.public.lead')}>
      {data.published.length === 0 && <EmptyState icon="file" title={t('publications.public.none')} />}
      <ul class="lines">
        {data.published.map(publication => (
          <li id={`publication-${publication.id}`}>
            <Published
              publication={
                publication.noun === 'minutes'
                  ? { ...publication, href: `/public/minutes/${publication.id}` }
                  : publication
              }
              zone={data.zone}
              frame={frame}
            />
          </li>
        ))}
      </ul>
    </Page>
  )
}

type One = Pick<PublishedShown['published'][number], 'noun' | 'wording'> & {
  readonly approvedAt: string | null
  /** Minutes have a page of their own. */
  readonly href?: string
}

/** A publication as strangers see it; in the preview it has no day yet. */
function Published({ publication, zone, frame }: { publication: One; zone: string; frame: Frame }) {
  const { noun, wording, approvedAt, href } = publication
  return (
    <>
      <p class="cluster">
        <Badge tone="neutral">{frame.t(`publications.noun.${noun}`)}</Badge>
        {approvedAt && (
          <span class="muted small">
            <Moment value={approvedAt} zone={zone} form="short" />
          </span>
        )}
      </p>
      <p dir="auto" lang={frame.languages[0]}>
        {href ? <a href={href}>{wording}</a> : wording}
      </p>
    </>
  )
}

/** Every publication, to be taken back. */
export function PublicationsPage({ data: { publications, zone }, frame }: Shown<unknown, PublicationsShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('publications.title')} lead={t('publications.lead')}>
      <Table
        caption={t('publications.title')}
        captionHidden
        rows={publications}
        empty={
          <EmptyState icon="file" title={t('publications.none')}>
            {t('publications.none-why')}
          </EmptyState>
        }
        columns={[
          {
            label: t('publications.wording'),
            cell: ({ wording, noun, subjectId }) => (
              <>
                <Name>{wording}</Name>
                {subjectId && noun !== 'decision' && (
                  <>
                    {' '}
                    <a href={`${places[noun]}/${subjectId}`}>{t(`publications.noun.${noun}`)}</a>
                  </>
                )}
              </>
            ),
          },
          { label: t('publications.door'), cell: ({ door }) => t(`publications.door.${door}`) },
          {
            label: t('publications.approved'),
            cell: ({ approvedBy, approvedAt }) => (
              <>
                {approvedBy && <Name>{approvedBy}</Name>}
                <div class="small">
                  <Moment value={approvedAt} zone={zone} form="short" />
                </div>
              </>
            ),
          },
          {
            label: t('publications.state'),
            cell: ({ withdrawnAt }) =>
              withdrawnAt ? (
                <>
                  <Badge tone="neutral">{t('publications.withdrawn')}</Badge>
                  <div class="small">
                    <Moment value={withdrawnAt} zone={zone} form="short" />
                  </div>
                </>
              ) : (
                <Badge tone="success">{t('publications.stands')}</Badge>
              ),
          },
          {
            label: t('publications.withdraw'),
            silent: true,
            cell: ({ id, wording, can }) =>
              can.withdraw && (
                <PostButton action={`/publications/${id}/withdrawal`} kind="danger" small about={wording}>
                  {t('publications.withdraw')}
                </PostButton>
              ),
          },
        ]}
      />
    </Page>
  )
}

/** Writes a wording, shows exactly what strangers will see, and asks for a yes. */
export function ApprovalPage({ data, form, frame }: Shown<unknown, ApprovalShown>) {
  const { t } = frame
  const { id, noun, text, proposal, day, people, zone } = data
  const wording = form.values.wording?.trim() ?? ''
  const preview = wording !== '' && form.problems.every(({ field }) => field === 'approved')
  return (
    <Page
      frame={frame}
      title={t('publications.approve.title')}
      lead={t('publications.approve.lead')}
      failed={form.problems.length > 0}
    >
      <Section title={t('publications.approve.inside')}>
        <DefinitionList
          items={[
            { term: t(`publications.noun.${noun}`), value: <Name>{text}</Name> },
            { term: t('meetings.day'), value: day && <Day value={day} form="weekday" /> },
          ].filter(({ value }) => value)}
        />
      </Section>
      {preview && (
        <Section title={t('publications.approve.preview')} id="preview">
          {warningsOf(wording, { text: noun === 'meeting' ? '' : text, people, judges: judgesSomebody(wording) }).map(
            ({ code, names }) => (
              <Notice tone="warning">{t(`publications.warning.${code}`, { names: names.join(', ') })}</Notice>
            ),
          )}
          <blockquote>
            <Published publication={{ noun, wording, approvedAt: null }} zone={zone} frame={frame} />
          </blockquote>
        </Section>
      )}
      <Form action={`${places[noun]}/${id}/publish`} state={form}>
        <TextArea
          name="wording"
          label={t('publications.approve.wording')}
          hint={t('publications.approve.wording-hint')}
          value={proposal}
          maxLength={LONGEST_WORDING}
          rows={4}
          required
        />
        {preview && <Checkbox name="approved" label={t('publications.approve.approved')} />}
        <Submit>{t(preview ? 'publications.approve.submit' : 'publications.approve.show')}</Submit>
      </Form>
    </Page>
  )
}
