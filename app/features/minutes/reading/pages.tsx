import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Button, ButtonLink, FileInput, Form, HiddenInput, Submit, TextArea } from '../../../ui/forms.tsx'
import { Island } from '../../../ui/island.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Notice } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { ConfirmSection } from './confirmation/parts.tsx'
import type { ReviewInput } from './contract.ts'
import type { ReadingListData, ReviewData } from './finds.ts'
import { HeadSection } from './head/parts.tsx'
import { AddSection, ItemsSection } from './item/parts.tsx'
import { litLines } from './model.ts'
import { NamesSection } from './name/parts.tsx'
import { Doubts, NumberedLines } from './parts.tsx'
import { viewQuery } from './view/model.ts'

export function ReadingsPage({ data, frame }: Shown<unknown, ReadingListData>) {
  const { t } = frame
  const begin = data.can.begin && (
    <ButtonLink href="/readings/new" kind="primary" icon="upload">
      {t('minutes.reading.begin')}
    </ButtonLink>
  )
  return (
    <Page frame={frame} title={t('navigation.readings')} lead={t('minutes.readings.lead')} actions={begin} unlisted>
      <Table
        caption={t('navigation.readings')}
        captionHidden
        rows={data.readings}
        empty={<EmptyState title={t('minutes.readings.empty')} action={begin} />}
        columns={[
          {
            label: t('minutes.reading.title'),
            cell: row => (
              <a href={`/readings/${row.id}`}>
                <Name>{row.title || t('minutes.reading.pasted')}</Name>
              </a>
            ),
          },
          {
            label: t('minutes.reading.state'),
            cell: row =>
              row.state === 'open' ? (
                <Badge tone="warning">{t('minutes.reading.undecided', { count: row.undecided })}</Badge>
              ) : (
                <Badge tone="success">{t('minutes.reading.confirmed')}</Badge>
              ),
          },
          {
            label: t('minutes.reading.began'),
            cell: row => <Moment value={row.createdAt} zone={data.timeZone} form="short" />,
          },
        ]}
      />
    </Page>
  )
}

const TAKEN = '.txt,.md,.markdown,.docx,.odt,.pdf,text/plain,text/markdown,application/pdf'

export function ReadingNewPage({ form, frame }: Shown<unknown, unknown>) {
  const { t } = frame
  const known = form.problems.find(({ code }) => code === 'source-known')?.values?.id
  return (
    <Page
      frame={frame}
      title={t('minutes.reading.begin')}
      lead={t('minutes.reading.begin-lead')}
      breadcrumbs={[{ href: '/readings', label: t('navigation.readings') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      {typeof known === 'string' && (
        <p>
          <ButtonLink href={`/readings/${known}`} icon="arrow">
            {t('minutes.reading.open-known')}
          </ButtonLink>
        </p>
      )}
      <Form action="/readings" state={form} files id="reading">
        <FileInput
          name="file"
          label={t('minutes.reading.file')}
          hint={t('minutes.reading.file-hint')}
          accept={TAKEN}
          unmarked
        />
        <TextArea
          name="pasted"
          label={t('minutes.reading.pasted-text')}
          hint={t('minutes.reading.pasted-hint')}
          rows={12}
          unmarked
        />
        <Submit icon="book">{t('minutes.reading.read')}</Submit>
      </Form>
    </Page>
  )
}

/** The text beside what was read in it. Everything is a form; the island only saves the way through the page. */
export function ReviewPage(shown: Shown<ReviewInput, ReviewData>) {
  const { input, data, frame, form } = shown
  const { t } = frame
  const { review, can } = data
  const title = review.head.title || review.fileName || t('minutes.reading.pasted')
  return (
    <Page
      frame={frame}
      title={title}
      heading={<Name>{title}</Name>}
      lead={t('minutes.review.lead', { lines: review.lines.length })}
      breadcrumbs={[{ href: '/readings', label: t('navigation.readings') }]}
      failed={form.problems.length > 0}
      wide
      islands={can.judge}
      unlisted
    >
      {review.state === 'confirmed' && <Notice tone="success" title={t('minutes.review.confirmed')} />}
      {review.state === 'discarded' && <Notice tone="warning" title={t('minutes.review.discarded')} />}
      <Doubts doubts={review.findings} />
      <Island name="review">
        <form
          id="judge"
          method="post"
          action={`/readings/${review.id}/judgement${viewQuery({ order: input.order })}`}
        />
        <div class="beside">
          <section class="beside-text" aria-label={t('minutes.review.text')}>
            <NumberedLines
              lines={review.lines}
              lit={litLines(review.items)}
              {...(can.judge ? { href: line => markHref(input, line) } : {})}
            />
          </section>
          <div class="beside-items">
            <HeadSection {...shown} />
            <NamesSection {...shown} />
            <ItemsSection {...shown} />
            {can.judge && <AddSection {...shown} />}
            <ConfirmSection {...shown} />
          </div>
        </div>
      </Island>
      {can.discard && (
        <Form action={`/readings/${review.id}/discard`} id="discard">
          <HiddenInput name="revision" value={String(review.revision)} />
          <Button kind="danger" icon="remove">
            {t('minutes.reading.discard')}
          </Button>
          <p class="muted">{t('minutes.reading.discard-hint')}</p>
        </Form>
      )}
    </Page>
  )
}

/** Pressing a number marks that line; pressing a later one marks all up to it. */
function markHref(input: ReviewInput, line: number): string {
  const { from, to } = input
  const begun = from !== undefined && to === undefined && line >= from
  return `${viewQuery(input, begun ? { from, to: line } : { from: line })}#add`
}
