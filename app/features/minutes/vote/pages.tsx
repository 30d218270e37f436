import type { Texts } from '../../../texts/texts.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { problemText } from '../../../ui/field.tsx'
import { ButtonLink } from '../../../ui/forms.tsx'
import { EmptyState, Name, Notice, Section, Tabs } from '../../../ui/parts.tsx'
import { QuorumNotice } from '../../meetings/attendance/parts.tsx'
import { MeetingSubpage } from '../../meetings/parts.tsx'
import type { ItemVotesInput, ItemVotesShown, VotesShown } from './contract.ts'
import { votesForms } from './contract.ts'
import { Election } from './election/parts.tsx'
import { ElectionForm, VoteForm, VoteTold } from './parts.tsx'

type Item = VotesShown['items'][number]

const ItemName = ({ item }: { item: Item }) => (
  <>
    {item.number && <span class="count">{item.number} </span>}
    <Name>{item.title}</Name>
  </>
)

/** Everything that was voted on in a meeting, by item, and for whoever records the way to each item. */
export function VotesPage({ data, frame }: Shown<unknown, VotesShown>) {
  const { t } = frame
  const { items, votes, elections, can } = data
  const shown = items.filter(
    ({ id }) => can.record || votes.some(one => one.itemId === id) || elections.some(one => one.itemId === id),
  )
  return (
    <MeetingSubpage frame={frame} meeting={data.meeting} title={t('vote.title')} failed={false}>
      {shown.length === 0 && <EmptyState icon="check" title={t('vote.none')} />}
      {shown.map(item => (
        <section id={`item-${item.id}`}>
          <h2 class="heading-small">
            <ItemName item={item} />
          </h2>
          <Told data={data} itemId={item.id} t={t} />
          {can.record && (
            <ButtonLink href={`/agenda/${item.id}/votes`} icon="add" small about={item.title}>
              {t('vote.record')}
            </ButtonLink>
          )}
        </section>
      ))}
    </MeetingSubpage>
  )
}

type ToldProps = {
  readonly data: Pick<ItemVotesShown, 'votes' | 'elections' | 'zone'>
  readonly itemId: string
  readonly t: Texts
}

function Told({ data: { votes, elections, zone }, itemId, t }: ToldProps) {
  const ofItem = votes.filter(one => one.itemId === itemId && one.electionId === null)
  return (
    <>
      {ofItem.length > 0 && (
        <ol class="items">
          {ofItem.map(vote => (
            <VoteTold vote={vote} zone={zone} t={t} />
          ))}
        </ol>
      )}
      {elections
        .filter(one => one.itemId === itemId)
        .map(election => (
          <Election election={election} votes={votes} zone={zone} record={null} t={t} />
        ))}
    </>
  )
}

/** What was voted on under one item, and the form for the next vote or election. */
export function ItemVotesPage({ data, input, form, frame }: Shown<ItemVotesInput, ItemVotesShown>) {
  const { t } = frame
  const { meeting, item, votes, elections, zone, recording } = data
  const path = `/agenda/${item.id}/votes`
  const single = votes.filter(({ electionId }) => electionId === null)
  const ofForm = 'question' in form.values || 'post' in form.values
  const [problem] = ofForm ? [] : form.problems
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('vote.title')} failed={form.problems.length > 0}>
      <p class="lead">
        <ItemName item={item} />
      </p>
      <p>
        <a href={`/meetings/${meeting.id}/votes`}>{t('vote.all')}</a>
      </p>
      {problem && <Notice tone="danger" title={problemText(t, problem)} />}
      {recording?.quorum && <QuorumNotice quorum={recording.quorum} />}
      {recording && !recording.quorum && <Notice tone="info" title={t('vote.no-rules')} />}
      {(single.length > 0 || !recording) && (
        <Section title={t('vote.votes')} id="votes" count={single.length}>
          {single.length === 0 && elections.length === 0 && <EmptyState icon="check" title={t('vote.none')} />}
          <ol class="items">
            {single.map(vote => (
              <VoteTold vote={vote} zone={zone} withdraw={recording ? path : null} t={t} />
            ))}
          </ol>
        </Section>
      )}
      {elections.map(election => (
        <Election election={election} votes={votes} zone={zone} record={recording && `/agenda/${item.id}`} t={t} />
      ))}
      {recording && (
        <Section title={t('vote.record')} id="record">
          <Tabs
            label={t('vote.record')}
            tabs={votesForms.map(one => ({
              href: `${path}?form=${one}#record`,
              label: t(`vote.form.${one}`),
              current: one === input.form,
            }))}
          />
          {input.form === 'election' ? (
            <ElectionForm action={`/agenda/${item.id}/elections?form=election`} form={form} t={t} />
          ) : (
            <VoteForm action={`${path}?form=${input.form}`} way={input.form} recording={recording} form={form} t={t} />
          )}
        </Section>
      )}
    </MeetingSubpage>
  )
}
