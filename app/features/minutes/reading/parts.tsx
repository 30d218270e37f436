import type { EntryKind, Finding, Lines, When } from '../../../../reader/src/reading.ts'
import type { TextKey } from '../../../texts/texts.ts'
import { Day, dayText } from '../../../ui/dates.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name } from '../../../ui/parts.tsx'
import type { Item, ItemRef } from './model.ts'

/** Numbered lines of a text, each lit by the kinds of what was found in it, each with a place to be linked to. */
export function NumberedLines({ lines, lit, href }: NumberedLinesProps) {
  return (
    <ol class="numbered" dir="ltr" lang="de">
      {lines.map((text, at) => {
        const number = at + 1
        const ref = lit.get(number)
        return (
          <li id={`L${number}`} class={ref ? `lit lit-${ref.kind}` : undefined}>
            {href ? <a href={href(number)}>{number}</a> : <span>{number}</span>}
            {ref ? <a href={`#${ref.anchor}`}>{text}</a> : <span>{text}</span>}
          </li>
        )
      })}
    </ol>
  )
}

type NumberedLinesProps = {
  readonly lines: readonly string[]
  readonly lit: ReadonlyMap<number, ItemRef>
  /** Where pressing a line's number leads; without it the number is plain. */
  readonly href?: (line: number) => string
}

export const kindIcons: Readonly<Record<EntryKind, IconName>> = {
  information: 'info',
  statement: 'quote',
  question: 'question',
  decision: 'decision',
  task: 'task',
  status: 'refresh',
  appointment: 'calendar',
  wish: 'heart',
  lesson: 'book',
  idea: 'bulb',
  position: 'flag',
}

export function Kind({ kind }: { kind: EntryKind }) {
  const { t } = useLanguage()
  return (
    <span class="item-kind">
      <Icon name={kindIcons[kind]} />
      {t(`entry.kind.${kind}`)}
    </span>
  )
}

/** "Zeile 12" or "Zeilen 12–14", leading to the first of them. */
export function AtLines({ lines }: { lines: Lines }) {
  const { t } = useLanguage()
  const { from, to } = lines
  return (
    <a class="at-lines" href={`#L${from}`}>
      {t('minutes.at-lines', { count: to - from + 1, from, to })}
    </a>
  )
}

export function Doubts({ doubts }: { doubts: readonly Finding[] }) {
  const { t } = useLanguage()
  if (doubts.length === 0) return null
  return (
    <ul class="doubts">
      {doubts.map(doubt => (
        <li>
          <Icon name="alert" />
          {t(`finding.${doubt.code}` as TextKey, doubt.values ?? {})}
        </li>
      ))}
    </ul>
  )
}

export function StateBadge({ state }: { state: Item['state'] }) {
  const { t } = useLanguage()
  if (state === 'proposed') return null
  return <Badge tone={state === 'accepted' ? 'success' : 'neutral'}>{t(`minutes.item.${state}`)}</Badge>
}

/** A time as said, and the day it comes to where that says more. */
export function Said({ when: { words, from } }: { when: When }) {
  const { language } = useLanguage()
  const day = from && <Day value={from} form="short" />
  if (!words || words === from) return day
  const saysMore = from && dayText(language, from, 'short') !== words
  return (
    <>
      <Name>{words}</Name>
      {saysMore && <> ({day})</>}
    </>
  )
}
