import type { Shown } from '../../../../ui/doors.tsx'
import { Page } from '../../../../ui/page.tsx'
import { EmptyState, Name } from '../../../../ui/parts.tsx'
import { ReplacedTermLine } from '../../../directory/term/parts.tsx'
import { Doubts, Kind, Said } from '../../reading/parts.tsx'
import type { Found, FoundData } from './finds.ts'

/** What is recognised in the text of one item: a page for whoever has no script; the script shows its list in place. */
export function FoundPage({ data, frame }: Shown<unknown, FoundData>) {
  const { t } = frame
  const { item, found, replacedTerms, tooLong } = data
  return (
    <Page
      frame={frame}
      title={t('minutes.writing.found-in', { item: item.title })}
      heading={t('minutes.writing.found')}
      lead={<Name>{item.title}</Name>}
      breadcrumbs={[{ href: `/meetings/${item.meetingId}/writing#item-${item.id}`, label: t('minutes.writing.title') }]}
      unlisted
    >
      {found.length + replacedTerms.length > 0 ? (
        <ul class="writing-found" aria-label={t('minutes.writing.found')}>
          {found.map(one => (
            <FoundItem one={one} t={t} />
          ))}
          {replacedTerms.map(one => (
            <li>
              <span class="muted">{t('terms.used', { count: 1 })}</span> <ReplacedTermLine one={one} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={t(tooLong ? 'minutes.writing.found-too-long' : 'minutes.writing.found-nothing')} />
      )}
    </Page>
  )
}

type T = Shown<unknown, unknown>['frame']['t']

const FoundItem = ({ one: { kind, text, owners, when, doubts }, t }: { one: Found; t: T }) => (
  <li>
    <Kind kind={kind} />
    {owners.length > 0 && (
      <span class="muted">
        {' · '}
        {t('minutes.entry.owners')}: <Name>{owners.join(', ')}</Name>
      </span>
    )}
    {when && (
      <span class="muted">
        {' · '}
        {t(kind === 'task' ? 'minutes.entry.due' : 'minutes.entry.when')}: <Said when={when} />
      </span>
    )}
    <div dir="auto">{text}</div>
    <Doubts doubts={doubts} />
  </li>
)
