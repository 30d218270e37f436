import { Temporal } from 'temporal-polyfill'

/**
 * The only source of time in the house, so that a simulated year can run.
 * `instant` is a point in time; `today` the calendar day in an IANA time zone (a network's `time_zone`).
 */
export type Clock = {
  instant(): Temporal.Instant
  today(timeZone: string): Temporal.PlainDate
}

export const systemClock: Clock = clockFrom(() => Temporal.Now.instant())

/** A clock that stands still until `set` moves it. For tests, the demo and simulated years. */
export function steadyClock(start: string): Clock & { set(instant: string): void } {
  let at = Temporal.Instant.from(start)
  return {
    ...clockFrom(() => at),
    set(instant) {
      at = Temporal.Instant.from(instant)
    },
  }
}

function clockFrom(instant: () => Temporal.Instant): Clock {
  return { instant, today: timeZone => instant().toZonedDateTimeISO(timeZone).toPlainDate() }
}
