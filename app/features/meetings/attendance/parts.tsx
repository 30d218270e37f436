import type { Texts } from '../../../texts/texts.ts'
import { Moment } from '../../../ui/dates.tsx'
import { PostButton } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice, Section } from '../../../ui/parts.tsx'
import { sourceSays } from '../../directory/rules/parts.tsx'
import type { AttendanceShown, QuorumShown } from './contract.ts'

type Change = AttendanceShown['changes'][number]

/** How many are there of how many, how many are needed and why, in one or two sentences. */
export function quorumSays({ present, basis, needed, by, reason }: QuorumShown, t: Texts): string {
  const counted = t('attendance.count', { present, basis, by })
  return `${counted} ${t(`attendance.quorum.${reason}`, { needed })}`
}

/** Whether the body can decide now, in words with the paragraph; said again when somebody comes or goes. */
export function QuorumNotice({ quorum, changes = [] }: { quorum: QuorumShown; changes?: readonly Change[] }) {
  const { t } = useLanguage()
  const counted = changes.filter(({ kind }) => kind === 'lost' || kind === 'found')
  const last = counted.at(-1)
  const again = counted.some(({ kind }) => kind === 'lost')
  const turn = quorum.met && again ? 'found-again' : !quorum.met && last?.kind === 'lost' ? 'lost' : null
  const title =
    turn && last?.time
      ? t(`attendance.quorum.${turn}-since`, { time: last.time })
      : t(`attendance.quorum.${turn ?? (quorum.met ? 'met' : 'not-met')}`)
  return (
    <Notice tone={quorum.met ? 'success' : 'danger'} title={title} status>
      <p>{quorumSays(quorum, t)}</p>
      <p class="small muted">{sourceSays(quorum.source, t)}</p>
    </Notice>
  )
}

/** What can be said beside the count, by the rules of the body. */
export function QuorumSaid({ data: { meeting, quorum, said, can }, t }: { data: AttendanceShown; t: Texts }) {
  if (!quorum || !can.record || !(said.presumed || said.seconds)) return null
  const action = `/meetings/${meeting.id}/quorum`
  return (
    <div class="buttons">
      {said.presumed && (
        <PostButton action={action} values={{ said: said.doubted ? 'presumed' : 'doubted' }}>
          {t(said.doubted ? 'attendance.say.presumed' : 'attendance.say.doubted')}
        </PostButton>
      )}
      {said.seconds && (
        <PostButton action={action} values={{ said: said.second ? 'first' : 'second' }}>
          {t(said.second ? 'attendance.say.first' : 'attendance.say.second')}
        </PostButton>
      )}
    </div>
  )
}

/** When the body could decide and when not, as it was kept. */
export function QuorumChanges({ data: { changes, quorum, zone }, t }: { data: AttendanceShown; t: Texts }) {
  if (changes.length === 0) return null
  const by = quorum?.by ?? 'person'
  return (
    <Section title={t('attendance.changes')} id="changes">
      <ol class="lines">
        {changes.map(({ kind, time, recordedAt, present, needed, basis }) => (
          <li>
            <strong>{t(`attendance.change.${kind}`)}</strong>{' '}
            {time ? <time dateTime={time}>{t('ui.time', { time })}</time> : <Moment value={recordedAt} zone={zone} />}
            {present !== null && needed !== null && basis !== null && (
              <p class="small muted">
                {t('attendance.count', { present, basis, by })} {t('attendance.quorum.counted', { needed })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
