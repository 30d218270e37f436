import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Button, ButtonLink, Form, HiddenInput, TextArea } from '../../../ui/forms.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Island } from '../../../ui/island.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, Name, Notice } from '../../../ui/parts.tsx'
import { ReplacedTerms } from '../../directory/term/parts.tsx'
import { kindIcons } from '../reading/parts.tsx'
import type { WritingShown } from './contract.ts'
import { lineWords } from './model.ts'

/** What the script says by itself: of what it saves, and when the line is cut. */
const STATES = ['saved', 'saving', 'offline', 'refused'] as const

/**
 * Minutes while the meeting runs: a field for each item. With a script everybody sees what the others write, and it goes
 * on when the network is gone; without one each field is a form of its own, and what others wrote meanwhile stays.
 */
export function WritingPage({ data, frame, form }: Shown<unknown, WritingShown>) {
  const { t } = frame
  const { meeting, items, can } = data
  return (
    <Page
      frame={frame}
      title={t('minutes.writing.of', { meeting: meeting.name })}
      heading={t('minutes.writing.title')}
      lead={
        <>
          <Name>{meeting.name}</Name>
          {meeting.day && (
            <>
              {' · '}
              <Day value={meeting.day} form="weekday" />
            </>
          )}
        </>
      }
      breadcrumbs={[{ href: `/meetings/${meeting.id}`, label: t('minutes.to-meeting') }]}
      actions={
        can.write &&
        items.length > 0 && (
          <ButtonLink href={`/meetings/${meeting.id}/projector`} icon="eye">
            {t('minutes.projector.title')}
          </ButtonLink>
        )
      }
      failed={form.problems.length > 0}
      islands={can.write}
      unlisted
    >
      {!can.write && (
        <Notice tone="info" title={t('minutes.writing.finished')}>
          {meeting.readingId && (
            <ButtonLink href={`/readings/${meeting.readingId}`} icon="arrow">
              {t('minutes.writing.to-reading')}
            </ButtonLink>
          )}
        </Notice>
      )}
      <ReplacedTerms found={data.replacedTerms} />
      {items.length === 0 ? (
        <EmptyState title={t('minutes.writing.no-items')} />
      ) : can.write ? (
        <Island name="writing" props={{ meeting: meeting.id }}>
          <Help t={t} />
          <WritingState t={t} />
          {items.map(item => (
            <ItemField item={item} t={t} />
          ))}
        </Island>
      ) : (
        items.map(item => (
          <section id={`item-${item.id}`}>
            <ItemTitle item={item} />
            <p class="written" dir="auto">
              {item.text}
            </p>
          </section>
        ))
      )}
      {can.finish && (
        <Form action={`/meetings/${meeting.id}/writing/finish`} id="finish" state={form}>
          <Button kind="primary" icon="book">
            {t('minutes.writing.finish')}
          </Button>
          <p class="muted">{t('minutes.writing.finish-hint')}</p>
        </Form>
      )}
    </Page>
  )
}

type T = Shown<unknown, unknown>['frame']['t']
type Item = WritingShown['items'][number]

function Help({ t }: { t: T }) {
  return (
    <details class="help">
      <summary>{t('minutes.writing.help')}</summary>
      <p>{t('minutes.writing.help-words')}</p>
      <ul>
        {lineWords.map(([kind, word], at) => (
          <li>
            <Icon name={kindIcons[kind]} /> <kbd lang="de">{word}:</kbd> {t(`entry.kind.${kind}`)} (
            <kbd>{t('minutes.writing.key', { number: String(at + 1) })}</kbd>)
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Empty without a script; the script shows the one that holds, and says it to screen readers. */
function WritingState({ t }: { t: T }) {
  return (
    <p class="writing-state" role="status" hidden>
      {STATES.map(state => (
        <span data-state={state} hidden>
          {t(`minutes.writing.${state}`)}
        </span>
      ))}
    </p>
  )
}

const ItemTitle = ({ item }: { item: Item }) => (
  <h2 class="writing-title">
    {item.number && <span class="count">{item.number} </span>}
    <Name>{item.title}</Name>
  </h2>
)

function ItemField({ item, t }: { item: Item; t: T }) {
  return (
    <section id={`item-${item.id}`} class="writing-item">
      <ItemTitle item={item} />
      <Form action={`/agenda/${item.id}/writing`} id={`write-${item.id}`}>
        <HiddenInput name="last" value={String(item.last)} />
        <TextArea
          name="text"
          label={t('minutes.writing.field', { item: item.title })}
          rows={Math.min(Math.max(item.text.split('\n').length + 1, 3), 30)}
          value={item.text}
          unmarked
        />
        <Button kind="secondary" icon="done">
          {t('minutes.writing.save')}
        </Button>
      </Form>
      <p class="writing-look">
        <a href={`/agenda/${item.id}/writing/found`}>{t('minutes.writing.found-link')}</a>
      </p>
      <ul class="writing-found" aria-label={t('minutes.writing.found')} hidden />
    </section>
  )
}
