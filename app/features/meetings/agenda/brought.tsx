import type { Texts } from '../../../texts/texts.ts'
import { Day } from '../../../ui/dates.tsx'
import { Badge, Name, Section } from '../../../ui/parts.tsx'
import type { GroupReport, IdeaDue } from '../model.ts'

type Props = {
  readonly brought: {
    readonly since: string | null
    readonly groups: readonly GroupReport[]
    readonly ideas: readonly IdeaDue[]
  }
  readonly t: Texts
}

/** What the working groups bring to a meeting to come, and ideas whose day to look again has come. */
export function Brought({ brought: { since, groups, ideas }, t }: Props) {
  return (
    <>
      {groups.length > 0 && (
        <Section title={t('meetings.groups')} id="groups">
          <p class="muted">
            {since ? t('meetings.groups.since') : t('meetings.groups.ever')} {since && <Day value={since} />}
          </p>
          <ul class="lines">
            {groups.map(group => (
              <Group group={group} t={t} />
            ))}
          </ul>
        </Section>
      )}
      {ideas.length > 0 && (
        <Section title={t('meetings.ideas')} id="ideas" count={ideas.length}>
          <ul class="lines">
            {ideas.map(({ id, minutesId, content, lookAgainOn }) => (
              <li>
                <a href={`/minutes/${minutesId}#${id}`}>
                  <Name>{content}</Name>
                </a>
                <p class="muted small">
                  {t('meetings.ideas.put-off')} <Day value={lookAgainOn} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Group({ group: { body, meetings, decisions, openCommitments }, t }: { group: GroupReport; t: Texts }) {
  const silent = meetings.length === 0
  return (
    <li>
      <h3>
        <a href={`/bodies/${body.id}`}>
          <Name>{body.name}</Name>
        </a>{' '}
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
      {decisions.length > 0 && (
        <ul>
          {decisions.map(({ id, minutesId, content }) => (
            <li>
              {t('meetings.groups.decided')}{' '}
              <a href={`/minutes/${minutesId}#${id}`}>
                <Name>{content}</Name>
              </a>
            </li>
          ))}
        </ul>
      )}
      {openCommitments > 0 && (
        <p class="small">
          <a href={`/commitments?body=${body.id}`}>{t('meetings.groups.open', { count: openCommitments })}</a>
        </p>
      )}
    </li>
  )
}
