import { documentFormats } from '../../ground/documents/document.ts'
import { Day } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { Downloads } from '../../ui/downloads.tsx'
import { ButtonLink } from '../../ui/forms.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Badge, DefinitionList, EmptyState, Name, Notice, Section } from '../../ui/parts.tsx'
import { Approved, FrozenReports } from './approval/parts.tsx'
import type { Correction } from './corrections/model.ts'
import { Asked, Corrected } from './corrections/parts.tsx'
import type { MinutesData } from './finds.ts'
import type { EntryRow } from './model.ts'
import { votesText } from './reading/entry/model.ts'
import type { ItemRef } from './reading/model.ts'
import { AtLines, kindIcons, NumberedLines } from './reading/parts.tsx'

/** The kinds that bind or call for something come first; what was merely said comes last. */
const KINDS_IN_ORDER = [
  'decision',
  'task',
  'status',
  'appointment',
  'question',
  'wish',
  'idea',
  'lesson',
  'position',
  'statement',
  'information',
] as const

/** Minutes: what was read in them by kind, each opening at its line, beside the text as it came in. */
export function MinutesPage({ data, frame }: Shown<unknown, MinutesData>) {
  const { t } = frame
  const { minutes, entries, text, corrections, can } = data
  return (
    <Page
      frame={frame}
      title={minutes.name}
      heading={<Name>{minutes.name}</Name>}
      lead={
        <>
          <Name>{minutes.bodyName}</Name>
          {minutes.day && (
            <>
              {' · '}
              <Day value={minutes.day} form="weekday" />
            </>
          )}{' '}
          <Badge tone="info">{t(`minutes.state.${minutes.state}`)}</Badge>
        </>
      }
      actions={
        <>
          {(can.circulate || can.propose || can.record || minutes.circulation) && (
            <ButtonLink href={`/minutes/${minutes.id}/corrections`} icon="edit">
              {t(can.circulate && !minutes.circulation ? 'minutes.corrections.send' : 'minutes.corrections.title')}
            </ButtonLink>
          )}
          {can.approve && (
            <ButtonLink href={`/minutes/${minutes.id}/approval`} icon="done">
              {t('minutes.approval.open')}
            </ButtonLink>
          )}
          {can.publish && (
            <ButtonLink href={`/minutes/${minutes.id}/public`} icon="file">
              {t('publications.version.title')}
            </ButtonLink>
          )}
          {text && (
            <ButtonLink href={`/minutes/${minutes.id}/source`} icon="download">
              {t('minutes.source.download')}
            </ButtonLink>
          )}
        </>
      }
      breadcrumbs={[{ href: `/meetings/${minutes.meetingId}`, label: t('minutes.to-meeting') }]}
      wide
      unlisted
    >
      {data.approval && <Approved approval={data.approval} />}
      {can.propose && minutes.circulation && <Asked until={minutes.circulation.until} />}
      <Corrected corrections={corrections.filter(({ entryId }) => entryId === null)} />
      <Downloads at={`/minutes/${minutes.id}/document`} formats={documentFormats} about={t('documents.of-minutes')} />
      <div class="beside">
        <section class="beside-text" aria-label={t('minutes.review.text')}>
          {text ? (
            <NumberedLines lines={text.lines} lit={litBy(entries)} />
          ) : (
            <Notice tone="info" title={t('minutes.source.closed')} />
          )}
        </section>
        <div class="beside-items">
          {entries.length === 0 && <EmptyState title={t('minutes.no-entries')} />}
          {KINDS_IN_ORDER.map(kind => {
            const some = entries.filter(entry => entry.kind === kind)
            return (
              some.length > 0 && (
                <Section title={t(`entry.kinds.${kind}`)} count={some.length} id={kind}>
                  <ul class="items">
                    {some.map(entry => (
                      <EntryLine
                        entry={entry}
                        publish={kind === 'decision' && can.publish}
                        correct={can.propose ? `/minutes/${minutes.id}/corrections` : null}
                        corrections={corrections.filter(({ entryId }) => entryId === entry.id)}
                      />
                    ))}
                  </ul>
                </Section>
              )
            )
          })}
        </div>
      </div>
      <FrozenReports reports={data.reports} zone={data.zone} />
    </Page>
  )
}

function litBy(entries: readonly EntryRow[]): Map<number, ItemRef> {
  const lit = new Map<number, ItemRef>()
  const ordered = [...entries].sort((a, b) => KINDS_IN_ORDER.indexOf(b.kind) - KINDS_IN_ORDER.indexOf(a.kind))
  for (const { id, kind, lineFrom, lineTo } of ordered)
    for (let line = lineFrom; line <= lineTo; line++) lit.set(line, { kind, anchor: `entry-${id}` })
  return lit
}

type EntryLineProps = {
  readonly entry: EntryRow
  readonly publish: boolean
  /** Where a correction is proposed, for whoever is asked. */
  readonly correct: string | null
  readonly corrections: readonly Correction[]
}

function EntryLine({ entry, publish, correct, corrections }: EntryLineProps) {
  const { t } = useLanguage()
  const votes = votesText({ yes: entry.yes, no: entry.no, abstain: entry.abstain })
  return (
    <li class="item" id={`entry-${entry.id}`}>
      <div class="item-head">
        <span class="item-kind">
          <Icon name={kindIcons[entry.kind]} />
          {entry.agendaTitle && <Name>{[entry.agendaNumber, entry.agendaTitle].filter(Boolean).join(' ')}</Name>}
        </span>
        <AtLines lines={{ from: entry.lineFrom, to: entry.lineTo }} />
      </div>
      <p class="item-text" dir="auto">
        {entry.content}
      </p>
      <DefinitionList
        items={[
          { term: t('minutes.entry.speaker'), value: entry.speaker && <Name>{entry.speaker}</Name> },
          { term: t('minutes.entry.owners'), value: entry.owners && <Name>{entry.owners}</Name> },
          {
            term: t('minutes.entry.due'),
            value: (entry.dueOn && <Day value={entry.dueOn} />) || (entry.dueWords && <Name>{entry.dueWords}</Name>),
          },
          { term: t('minutes.entry.result'), value: entry.result && t(`decision.result.${entry.result}`) },
          { term: t('minutes.entry.votes'), value: votes !== '//' && votes },
          { term: t('minutes.entry.condition'), value: entry.condition && <Name>{entry.condition}</Name> },
          { term: t('minutes.entry.date'), value: entry.dateFrom && <Day value={entry.dateFrom} form="weekday" /> },
          { term: t('minutes.head.start'), value: entry.startTime },
          { term: t('minutes.entry.place'), value: entry.place && <Name>{entry.place}</Name> },
          { term: t('minutes.entry.look-again'), value: entry.lookAgainOn && <Day value={entry.lookAgainOn} /> },
        ].filter(({ value }) => value)}
      />
      <Corrected corrections={corrections} />
      {correct && (
        <a class="small" href={`${correct}?at=entry-${entry.id}#propose`}>
          {t('minutes.corrections.propose')}
          <span class="kern-sr-only">: {entry.content}</span>
        </a>
      )}
      {publish && (
        <ButtonLink href={`/decisions/${entry.id}/publish`} kind="quiet" small about={entry.content}>
          {t('publications.publish')}
        </ButtonLink>
      )}
    </li>
  )
}
