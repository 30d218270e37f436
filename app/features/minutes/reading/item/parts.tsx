import { Day } from '../../../../ui/dates.tsx'
import type { Shown } from '../../../../ui/doors.tsx'
import { Button, ButtonLink } from '../../../../ui/forms.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { Badge, DefinitionList, Details, Name, Tabs } from '../../../../ui/parts.tsx'
import type { ReviewInput } from '../contract.ts'
import { votesText } from '../entry/model.ts'
import { AddForm, AgendaForm, AttendeeForm, EntryForm } from '../entry/parts.tsx'
import type { ReviewData } from '../finds.ts'
import { acceptedSurely, type EntryItem, type Item, type Names, waitsSurely } from '../model.ts'
import { AtLines, Doubts, Kind, Said, StateBadge } from '../parts.tsx'
import { filters, grouped, shows, viewQuery } from '../view/model.ts'

type Props = Shown<ReviewInput, ReviewData>

/** Everything read, by filter: what a person should look at first, then what is sure, or all of it as the text goes. */
export function ItemsSection(shown: Props) {
  const { input, data, frame } = shown
  const { t } = frame
  const kept = data.review.items.filter(item => filters[input.show](item) || item.id === input.item)
  const entries = kept.filter(item => item.section === 'entry')
  return (
    <section class="section" id="items">
      <h2>{t('minutes.items.title')}</h2>
      <Tabs label={t('minutes.items.filter')} tabs={tabsOf(shown)} />
      {data.can.judge && <SureActs {...shown} />}
      {kept.length === 0 && <p class="muted">{t('minutes.items.none')}</p>}
      {entries.length > 0 && <OrderLink {...shown} />}
      {grouped(entries, input.order).map(({ name, items }) => (
        <>
          <h3 class="items-head" id={`items-${name}`}>
            {t(`minutes.items.${name}`)} <span class="count">{items.length}</span>
          </h3>
          {name === 'look' && <p class="muted">{t('minutes.items.look-lead')}</p>}
          <Items {...shown} items={items} />
        </>
      ))}
      {(['agenda', 'attendance'] as const).map(section => {
        const items = kept.filter(item => item.section === section)
        return (
          items.length > 0 && (
            <Details
              summary={
                <>
                  {t(`minutes.items.${section}`)} <span class="count">{items.length}</span>
                </>
              }
              open={input.show !== 'all' || items.some(({ id }) => id === input.item)}
            >
              <Items {...shown} items={items} compact />
            </Details>
          )
        )
      })}
    </section>
  )
}

/** Accepts in one press all that is sure, and takes that back as long as nothing is confirmed. */
function SureActs({ data, frame }: Props) {
  const { t } = frame
  const waiting = data.review.items.filter(waitsSurely)
  const accepted = data.review.items.filter(acceptedSurely)
  const of = (section: Item['section']) => waiting.filter(item => item.section === section).length
  return (
    <>
      {waiting.length > 0 && (
        <>
          <p>
            <Button form="judge" name="sure" value="accept" kind="primary" icon="check">
              {t('minutes.items.accept-sure', { count: waiting.length })}
            </Button>
          </p>
          <p class="muted">
            {t('minutes.items.sure-hint', {
              entries: of('entry'),
              agenda: of('agenda'),
              attendance: of('attendance'),
            })}
          </p>
        </>
      )}
      {accepted.length > 0 && (
        <p>
          <Button form="judge" name="sure" value="reopen" kind="quiet" icon="refresh">
            {t('minutes.items.reopen-sure', { count: accepted.length })}
          </Button>
        </p>
      )}
    </>
  )
}

/** An empty query leads away from the one that the page has. */
const WHOLE = '?'

function OrderLink({ input, frame }: Props) {
  const other = input.order === 'text' ? 'doubt' : 'text'
  return (
    <p>
      <a href={`${viewQuery({ ...input, order: other }) || WHOLE}#items`}>{frame.t(`minutes.items.order.${other}`)}</a>
    </p>
  )
}

/** `compact`: one line an item, for what needs no more than a glance. */
function Items({ items, compact = false, ...shown }: Props & { items: readonly Item[]; compact?: boolean }) {
  const { input, data } = shown
  return (
    <ul class={compact ? 'items items-compact' : 'items'}>
      {items.map(item => (
        <li id={`item-${item.id}`} class={`item item-${item.state}`}>
          {item.id === input.item && data.can.judge ? (
            <Edited {...shown} item={item} />
          ) : (
            <Read {...shown} item={item} />
          )}
        </li>
      ))}
    </ul>
  )
}

function tabsOf({ input, data, frame }: Props) {
  return shows.map(show => ({
    href: `${viewQuery({ show, order: input.order }) || WHOLE}#items`,
    label: frame.t(`minutes.items.show.${show}`),
    count: data.review.items.filter(filters[show]).length,
    current: show === input.show,
  }))
}

type OfItem = Props & { readonly item: Item }

function Read({ item, data, input, frame }: OfItem) {
  const { t } = frame
  const { review, can } = data
  const words =
    item.section === 'attendance' ? item.now.name : item.section === 'agenda' ? item.now.title : item.now.text
  return (
    <>
      <div class="item-head">
        {item.section === 'entry' && <Kind kind={item.now.kind} />}
        {item.section === 'attendance' && <span class="item-kind">{t(`attendance.${item.now.state}`)}</span>}
        <AtLines lines={item.lines} />
        <StateBadge state={item.state} />
      </div>
      <p class="item-text" dir="auto">
        {item.section === 'agenda' && item.now.number && <strong>{item.now.number} </strong>}
        {words}
        {item.section === 'attendance' && item.now.onBehalfOf && <> ({item.now.onBehalfOf})</>}
      </p>
      {item.section === 'entry' && <Facts item={item} names={review.names} data={data} />}
      {item.section === 'entry' && item.state === 'proposed' && <Doubts doubts={item.now.doubts} />}
      {can.judge && (
        <div class="item-acts">
          {item.state === 'proposed' ? (
            <>
              <Button form="judge" name="accept" value={item.id} small icon="check" about={words}>
                {t('minutes.item.accept')}
              </Button>
              <Button form="judge" name="reject" value={item.id} kind="quiet" small icon="close" about={words}>
                {t('minutes.item.reject')}
              </Button>
            </>
          ) : (
            <Button form="judge" name="reopen" value={item.id} kind="quiet" small icon="refresh" about={words}>
              {t('minutes.item.reopen')}
            </Button>
          )}
          <ButtonLink
            href={`${viewQuery(input, { item: item.id })}#item-${item.id}`}
            kind="quiet"
            small
            icon="edit"
            about={words}
          >
            {t('minutes.item.change')}
          </ButtonLink>
        </div>
      )}
    </>
  )
}

function Edited(shown: OfItem) {
  const { item } = shown
  if (item.section === 'attendance') return <AttendeeForm {...shown} item={item} />
  if (item.section === 'agenda') return <AgendaForm {...shown} item={item} />
  return <EntryForm {...shown} item={item} />
}

/** What was read in an entry beside its words. Only what its kind has and what was said. */
function Facts({ item: { now }, names, data }: { item: EntryItem; names: Names; data: ReviewData }) {
  const { t } = useLanguage()
  const same = now.sameAs?.id && data.commitments.find(({ id }) => id === now.sameAs?.id)
  const owned = now.kind === 'task' || now.kind === 'status'
  const facts = [
    {
      term: t('minutes.entry.owners'),
      value: owned && now.owners.length > 0 && <Owners written={now.owners} names={names} />,
    },
    { term: t('minutes.entry.due'), value: now.kind === 'task' && now.due && <Said when={now.due} /> },
    { term: t('minutes.entry.same-as'), value: owned && same && <Name>{same.wording}</Name> },
    {
      term: t('minutes.entry.done'),
      value: now.kind === 'status' && now.done !== null && t(`minutes.entry.done.${now.done ? 'yes' : 'no'}`),
    },
    {
      term: t('minutes.entry.speaker'),
      value: (now.kind === 'statement' || now.kind === 'wish') && now.speaker && <Name>{now.speaker}</Name>,
    },
    {
      term: t('minutes.entry.result'),
      value: now.kind === 'decision' && now.result && t(`decision.result.${now.result}`),
    },
    { term: t('minutes.entry.votes'), value: now.kind === 'decision' && votesText(now.votes) },
    {
      term: t('minutes.entry.condition'),
      value: now.kind === 'decision' && now.condition && <Name>{now.condition}</Name>,
    },
    { term: t('minutes.entry.when'), value: now.kind === 'appointment' && now.when && <Said when={now.when} /> },
    { term: t('minutes.entry.place'), value: now.kind === 'appointment' && now.place && <Name>{now.place}</Name> },
    {
      term: t('minutes.entry.look-again'),
      value: now.kind === 'idea' && now.lookAgainOn && <Day value={now.lookAgainOn} />,
    },
  ].filter(({ value }) => value)
  return (
    <>
      {now.kind === 'idea' && now.parked && <Badge tone="info">{t('minutes.entry.parked')}</Badge>}
      {facts.length > 0 && <DefinitionList items={facts} />}
    </>
  )
}

/** A name as written, and whom it means where that is more than the same words. */
function Owners({ written, names }: { written: readonly string[]; names: Names }) {
  return (
    <>
      {written.map((name, at) => {
        const match = names[name]
        return (
          <>
            {at > 0 && ', '}
            <Name>{name}</Name>
            {match && match.kind !== 'nobody' && match.name !== name && (
              <>
                {' '}
                (<Name>{match.name}</Name>)
              </>
            )}
          </>
        )
      })}
    </>
  )
}

export const AddSection = AddForm
