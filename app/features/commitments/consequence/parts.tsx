import { Day } from '../../../ui/dates.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name, type Tone } from '../../../ui/parts.tsx'
import { OwnerName } from '../parts.tsx'
import type { ConsequenceShown } from './contract.ts'
import type { ConsequenceState } from './model.ts'

const looks: Readonly<Record<ConsequenceState, { tone: Tone; icon: IconName }>> = {
  armed: { tone: 'info', icon: 'clock' },
  fired: { tone: 'danger', icon: 'flag' },
  stopped: { tone: 'neutral', icon: 'close' },
}

/** Where it stands; an armed one that was answered says so. */
export function ConsequenceBadge({ consequence: { state, answered } }: { consequence: ConsequenceShown }) {
  const { t } = useLanguage()
  if (answered)
    return (
      <Badge tone="success" icon="done">
        {t('consequences.state.answered')}
      </Badge>
    )
  return <Badge {...looks[state]}>{t(`consequences.state.${state}`)}</Badge>
}

/** What it does and to whom, in words. */
export function ConsequenceWhat({ consequence: { kind, body, to } }: { consequence: ConsequenceShown }) {
  const { t } = useLanguage()
  return (
    <span>
      {t(`consequences.kind.${kind}`)}
      {body && (
        <>
          {': '}
          <Name>{body.name}</Name>
        </>
      )}
      {to && (
        <>
          {': '}
          <OwnerName owner={to} />
        </>
      )}
    </span>
  )
}

/** When it fires as things stand; why not where it does not; what came of it. */
export function ConsequenceWhen({ consequence }: { consequence: ConsequenceShown }) {
  const { t } = useLanguage()
  const { state, firesOn, answered, fired } = consequence
  if (firesOn)
    return (
      <span>
        {t('consequences.fires-on')} <Day value={firesOn} form="short" />
      </span>
    )
  if (fired)
    return (
      <span>
        {t(`consequences.effect.${fired.effect}`)}
        {fired.meeting && (
          <>
            {': '}
            <a href={`/meetings/${fired.meeting.id}`}>
              <Name>{fired.meeting.name}</Name>
            </a>
          </>
        )}
      </span>
    )
  if (state === 'stopped') return <span>{t('consequences.fires.stopped')}</span>
  return <span>{t(answered ? 'consequences.fires.answered' : 'consequences.fires.no-day')}</span>
}

/** Those of one commitment, in the order in which they were agreed. */
export function Consequences({ consequences }: { consequences: readonly ConsequenceShown[] }) {
  return (
    <ul class="lines">
      {consequences.map(consequence => (
        <li id={consequence.id}>
          <p class="cluster">
            <a href={`/consequences/${consequence.id}`}>
              <ConsequenceWhat consequence={consequence} />
            </a>
            <ConsequenceBadge consequence={consequence} />
          </p>
          <p class="muted small">
            <ConsequenceWhen consequence={consequence} />
          </p>
        </li>
      ))}
    </ul>
  )
}
