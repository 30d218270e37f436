import type { Language } from '../texts/texts.ts'
import { locales } from '../texts/texts.ts'
import { useLanguage } from './language.tsx'

/** `long` "24. Oktober 2022", `short` "24.10.2022", `weekday` "Montag, 24. Oktober 2022". */
export type DayForm = 'long' | 'short' | 'weekday'

const forms = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than a hundred uses of it, so each is made once. */
function format(language: Language, form: keyof typeof forms, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${language} ${form} ${timeZone}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locales[language], { ...forms[form], timeZone })
    formats.set(key, made)
  }
  return made
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const monthShape = /^\d{4}-\d{2}$/

/**
 * A calendar day as words: `YYYY-MM-DD`, or `YYYY-MM` where only the month is known.
 * What is neither comes back unchanged, so that a wrong value shows instead of hiding.
 */
export function dayText(language: Language, value: string, form: DayForm = 'long'): string {
  const date = new Date(monthShape.test(value) ? `${value}-01` : value)
  if (!(dayShape.test(value) || monthShape.test(value)) || Number.isNaN(date.getTime())) return value
  return format(language, monthShape.test(value) ? 'month' : form).format(date)
}

/** The day, and the time of day as `HH:MM`, of an instant (ISO 8601) in an IANA time zone. */
export function momentText(language: Language, instant: string, zone: string, form: DayForm = 'long') {
  const date = new Date(instant)
  return { day: format(language, form, zone).format(date), time: format(language, 'clock', zone).format(date) }
}

/** A calendar day (`YYYY-MM-DD` or `YYYY-MM`) in the reader's language. */
export function Day({ value, form = 'long' }: { value: string; form?: DayForm }) {
  const { language } = useLanguage()
  return <time dateTime={value}>{dayText(language, value, form)}</time>
}

/** A point in time: ISO instant and the IANA zone in which it is told. */
export function Moment({ value, zone, form = 'long' }: { value: string; zone: string; form?: DayForm }) {
  const { language, t } = useLanguage()
  return <time dateTime={value}>{t('ui.moment', momentText(language, value, zone, form))}</time>
}

/** Two days, or one if they are equal or `until` is null: "24.–26. Oktober 2022". */
export function Range({ from, until, form = 'long' }: { from: string; until: string | null; form?: DayForm }) {
  const { language } = useLanguage()
  if (until === null || until === from) return <Day value={from} form={form} />
  if (!dayShape.test(from) || !dayShape.test(until) || until < from) {
    return (
      <>
        <Day value={from} form={form} /> – <Day value={until} form={form} />
      </>
    )
  }
  const day = { startRange: from, endRange: until } as const
  const parts = format(language, form).formatRangeToParts(new Date(from), new Date(until))
  return (
    <span>
      {segments(parts).map(({ source, words }) =>
        source === 'shared' ? words : <time dateTime={day[source]}>{words}</time>,
      )}
    </span>
  )
}

function segments(parts: readonly Intl.DateTimeRangeFormatPart[]) {
  const joined: { source: Intl.DateTimeRangeFormatPart['source']; words: string }[] = []
  for (const { source, value } of parts) {
    const last = joined.at(-1)
    if (last?.source === source) last.words += value
    else joined.push({ source, words: value })
  }
  return joined
}

/** Times of day (`HH:MM`, local to where it happens): "18:00–20:00 Uhr"; `until` null where no end is known. */
export function Hours({ from, until = null }: { from: string; until?: string | null }) {
  const { t } = useLanguage()
  if (until === null) return <time dateTime={from}>{t('ui.time', { time: from })}</time>
  return <span>{t('ui.time', { time: `${from}–${until}` })}</span>
}
