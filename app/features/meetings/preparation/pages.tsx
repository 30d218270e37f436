import type { Texts } from '../../../texts/texts.ts'
import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, PostButton } from '../../../ui/forms.tsx'
import { Badge, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { MeetingSubpage } from '../parts.tsx'
import type { PreparationShown } from './contract.ts'

/** What the working groups bring to a meeting to come, ideas whose day has come, and results about papers elsewhere. */
export function PreparationPage({ data, form, frame }: Shown<unknown, PreparationShown>) {
  const { t } = frame
  const { meeting, since, groups, ideas, results, can } = data
  const at = `/meetings/${meeting.id}`
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('meetings.preparation')} failed={form.problems.length > 0}>
      {can.agenda && (
        <Buttons>
          <ButtonLink href={`${at}/agenda`}>{t('meetings.agenda.work')}</ButtonLink>
        </Buttons>
      )}
      {groups.length + ideas.length + results.length === 0 && (
        <EmptyState icon="file" title={t('meetings.preparation.empty')}>
          {t('meetings.preparation.empty-why')}
        </EmptyState>
      )}
      {groups.length > 0 && (
        <Section title={t('meetings.groups')} id="groups" count={groups.length}>
          <p class="muted">
            {since ? t('meetings.groups.since') : t('meetings.groups.ever')} {since && <Day value={since} />}
          </p>
          <ul class="lines">
            {groups.map(group => (
              <Group group={group} at={at} t={t} />
            ))}
          </ul>
        </Section>
      )}
      {ideas.length > 0 && (
        <Section title={t('meetings.ideas')} id="ideas" count={ideas.length}>
          <ul class="lines">
            {ideas.map(idea => (
              <li id={idea.id}>
                <h3 class="heading-small">
                  <Entry entry={idea} />
                </h3>
                <p class="muted small">
                  {t('meetings.ideas.put-off')} <Day value={idea.lookAgainOn} />
                </p>
                <OnAgenda of={idea} field="idea" id={idea.id} label={idea.content} at={at} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {results.length > 0 && (
        <Section title={t('meetings.results')} id="results" count={results.length}>
          <ul class="lines">
            {results.map(one => (
              <li id={one.id}>
                <h3 class="heading-small cluster">
                  <a href={`/papers/${one.paper.id}`}>
                    <Name>{one.paper.name}</Name>
                  </a>
                  <Badge tone="info">{t(`papers.result.${one.result}`)}</Badge>
                </h3>
                <p class="small">
                  <Name>{one.where}</Name>, <Day value={one.day} form="short" />
                  {one.sentence && (
                    <>
                      : <Name>{one.sentence}</Name>
                    </>
                  )}
                </p>
                <OnAgenda of={one} field="result" id={one.id} label={one.paper.name} at={at} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </MeetingSubpage>
  )
}

type GroupShown = PreparationShown['groups'][number]

function Group({ group, at, t }: { group: GroupShown; at: string; t: Texts }) {
  const { body, meetings, decisions, wishes, openCommitments } = group
  const silent = meetings.length === 0
  return (
    <li id={body.id}>
      <h3 class="heading-small cluster">
        <a href={`/bodies/${body.id}`}>
          <Name>{body.name}</Name>
        </a>
        {silent && (
          <Badge tone="warning" icon="clock">
            {t('meetings.groups.silent')}
          </Badge>
        )}
      </h3>
      {!silent && (
        <p class="cluster small">
          {meetings.map(({ id, name, day }) => (
            <span>
              <a href={`/meetings/${id}`}>
                <Name>{name}</Name>
              </a>{' '}
              <Day value={day} form="short" />
            </span>
          ))}
        </p>
      )}
      <Told title={t('meetings.groups.decided')} entries={decisions} />
      <Told title={t('meetings.groups.wishes')} entries={wishes} />
      {openCommitments > 0 && (
        <p class="small">
          <a href={`/commitments?body=${body.id}`}>{t('meetings.groups.open', { count: openCommitments })}</a>
        </p>
      )}
      <OnAgenda of={group} field="group" id={body.id} label={body.name} at={at} t={t} />
    </li>
  )
}

type EntryShown = GroupShown['decisions'][number]

function Told({ title, entries }: { title: string; entries: readonly EntryShown[] }) {
  if (entries.length === 0) return null
  return (
    <>
      <p class="small">{title}</p>
      <ul>
        {entries.map(entry => (
          <li>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Entry = ({ entry: { id, minutesId, content } }: { entry: EntryShown }) => (
  <a href={`/minutes/${minutesId}#${id}`}>
    <Name>{content}</Name>
  </a>
)

type OnAgendaProps = {
  readonly of: Pick<GroupShown, 'itemId' | 'bring'>
  readonly field: 'idea' | 'group' | 'result'
  readonly id: string
  readonly label: string
  readonly at: string
  readonly t: Texts
}

/** Where it stands already, or the button that puts it there. */
function OnAgenda({ of: { itemId, bring }, field, id, label, at, t }: OnAgendaProps) {
  if (itemId)
    return (
      <p class="small">
        <a href={`${at}#agenda`}>{t('meetings.preparation.on-agenda')}</a>
      </p>
    )
  if (bring === 'own-words') return <p class="muted small">{t('meetings.preparation.own-words')}</p>
  if (bring === null) return null
  return (
    <PostButton action={`${at}/preparation`} values={{ [field]: id }} kind="secondary">
      {t('meetings.preparation.bring')}
      <span class="kern-sr-only">: {label}</span>
    </PostButton>
  )
}
