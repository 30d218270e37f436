import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { type Language, texts } from '../texts/texts.ts'
import { Day, dayText, Hours, Moment, Range } from './dates.tsx'
import { InLanguage } from './language.tsx'

const shown = (language: Language, part: VNode): string =>
  renderToString(
    <InLanguage language={language} t={texts(language)}>
      {part}
    </InLanguage>,
  )
const words = (language: Language, part: VNode): string => shown(language, part).replaceAll(/<[^>]*>/g, '')

describe('Day', () => {
  test.each([
    ['de', 'long', '24. Oktober 2022'],
    ['de', 'short', '24.10.2022'],
    ['de', 'weekday', 'Montag, 24. Oktober 2022'],
    ['en', 'long', '24 October 2022'],
    ['en', 'short', '24/10/2022'],
    ['ar', 'long', '24 أكتوبر 2022'],
  ] as const)('%s %s', (language, form, expected) => {
    expect(words(language, <Day value="2022-10-24" form={form} />)).toBe(expected)
  })

  test('carries the day for machines', () => {
    expect(shown('de', <Day value="2022-10-24" />)).toContain('<time datetime="2022-10-24">')
  })

  test('does not slip to the day before, wherever the server stands', () => {
    expect(dayText('de', '2022-01-01')).toBe('1. Januar 2022')
  })

  test('a month is a month', () => {
    expect(dayText('de', '2022-10')).toBe('Oktober 2022')
  })

  test.each(['', 'bald', '2022-13-01', '24.10.2022', '2022-10-24T10:00'])('%j is no day and stays as it is', value => {
    expect(dayText('de', value)).toBe(value)
  })
})

describe('Moment', () => {
  test('tells the time of its zone, not of the server', () => {
    expect(words('de', <Moment value="2022-10-24T22:30:00Z" zone="Europe/Berlin" />)).toBe(
      '25. Oktober 2022, 00:30 Uhr',
    )
    expect(words('en', <Moment value="2022-10-24T08:05:00Z" zone="UTC" />)).toBe('24 October 2022, 08:05')
  })
})

describe('Range', () => {
  test.each([
    ['de', '2022-10-24', '2022-10-26', '24.–26. Oktober 2022'],
    ['de', '2022-12-24', '2023-01-02', '24. Dezember 2022 – 2. Januar 2023'],
    ['en', '2022-10-24', '2022-10-26', '24 – 26 October 2022'],
    ['ar', '2022-10-24', '2022-10-26', '24–26 أكتوبر 2022'],
  ] as const)('%s %s %s', (language, from, until, expected) => {
    expect(words(language, <Range from={from} until={until} />).replaceAll(/[\u2009\u202F]/g, ' ')).toBe(expected)
  })

  test('names both days for machines', () => {
    const html = shown('de', <Range from="2022-10-24" until="2022-10-26" />)
    expect(html).toContain('<time datetime="2022-10-24">24</time>')
    expect(html).toContain('<time datetime="2022-10-26">26</time>')
  })

  test('one day is a day; days in the wrong order are not hidden', () => {
    expect(words('de', <Range from="2022-10-24" until="2022-10-24" />)).toBe('24. Oktober 2022')
    expect(words('de', <Range from="2022-10-26" until="2022-10-24" />)).toBe('26. Oktober 2022 – 24. Oktober 2022')
  })
})

test('Hours', () => {
  expect(words('de', <Hours from="18:00" until="20:00" />)).toBe('18:00–20:00 Uhr')
  expect(words('de', <Hours from="18:00" />)).toBe('18:00 Uhr')
})
