import type { TextKey } from '../../../texts/texts.ts'
import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Form, HiddenInput, Select, Submit } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, Name } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { JournalPageInput } from './contract.ts'
import type { JournalShown } from './finds.ts'
import { type Actor, pickable } from './model.ts'

export function JournalPage({ data, input, frame }: Shown<JournalPageInput, JournalShown>) {
  const { t } = frame
  const title = t(data.whole ? 'journal.title' : 'journal.title-own')
  return (
    <Page frame={frame} title={title} lead={t(data.whole ? 'journal.lead' : 'journal.lead-own')} unlisted>
      {data.whole && (
        <Form action="/journal" method="get">
          <Select
            name="noun"
            label={t('journal.noun')}
            value={data.noun ?? ''}
            blank={t('journal.noun-any')}
            choices={pickable.map(value => ({ value, label: t(`journal.noun.${value}`) }))}
            unmarked
          />
          {data.person && <HiddenInput name="person" value={data.person} />}
          <Submit kind="secondary">{t('journal.filter')}</Submit>
        </Form>
      )}
      <Table
        caption={title}
        captionHidden
        rows={data.lines}
        columns={[
          { label: t('journal.at'), cell: line => <Moment value={line.at} zone={data.zone} form="short" /> },
          { label: t('journal.actor'), cell: line => <ActorName actor={line.actor} frame={frame} /> },
          { label: t('journal.act'), cell: line => t(`journal.act.${line.act}` as TextKey) },
          {
            label: t('journal.record'),
            cell: line =>
              line.href && (
                <a href={line.href} aria-label={t('journal.open', { act: t(`journal.act.${line.act}` as TextKey) })}>
                  {t('journal.open-short')}
                </a>
              ),
            silent: true,
          },
        ]}
        empty={<EmptyState icon="clock" title={t('journal.empty')} />}
      />
      {data.next && (
        <p>
          <ButtonLink href={addressOf({ ...input, before: data.next })}>{t('journal.older')}</ButtonLink>
        </p>
      )}
    </Page>
  )
}

function addressOf(input: JournalPageInput): string {
  const set = Object.entries(input).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `/journal?${new URLSearchParams(set)}`
}

const ActorName = ({ actor, frame: { t } }: { actor: Actor; frame: Frame }) => (
  <Name>{actor.kind === 'person' ? actor.name : t(`journal.actor.${actor.kind}`)}</Name>
)
