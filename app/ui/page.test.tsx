import { describe, expect, test } from 'vitest'
import { type Language, texts } from '../texts/texts.ts'
import type { Frame } from './frame.ts'
import { htmlOf, Page, type PageProps } from './page.tsx'
import { ProblemPage } from './problem-page.tsx'

function frame(language: Language, over: Partial<Frame> = {}): Frame {
  return {
    language,
    t: texts(language),
    languages: ['de', 'en', 'ar'],
    networkName: 'Runder Tisch <Auental>',
    path: '/meetings?year=2026&all=1',
    signedInAs: 'Ada "A." Lund',
    navigation: [
      { href: '/', label: 'Übersicht', current: false },
      { href: '/meetings', label: 'Sitzungen', current: true },
    ],
    notice: null,
    demo: false,
    stale: false,
    lacksFactor: false,
    ...over,
  }
}
const page = (over: Partial<Frame> = {}, props: Partial<PageProps> = {}, language: Language = 'de'): string =>
  htmlOf(<Page frame={frame(language, over)} title="Sitzungen" {...props} />)

describe('Page', () => {
  test.each([
    ['de', 'ltr'],
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const)('says its language and direction: %s %s', (language, dir) => {
    expect(page({}, {}, language)).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="${dir}">`))
  })

  test('has a title for the window and a heading', () => {
    expect(page()).toContain('<title>Sitzungen · Runder Tisch &lt;Auental></title>')
    expect(page()).toContain('<h1>Sitzungen</h1>')
    expect(page({}, { failed: true })).toContain('<title>Bitte prüfen: Sitzungen')
  })

  test('escapes names and sets them apart', () => {
    expect(page()).not.toContain('<Auental>')
    expect(page()).toContain('<bdi>Runder Tisch &lt;Auental></bdi>')
    expect(page()).toContain('Ada &quot;A.&quot; Lund</bdi>')
  })

  test('loads no script without islands, and one with them', () => {
    expect(page()).not.toContain('<script')
    expect(
      page({}, { islands: true }).match(/<script[^>]* src="\/assets\/islands[^"]*"[^>]*><\/script>/g),
    ).toHaveLength(1)
  })

  test('has nothing inline that a strict content security policy forbids', () => {
    const html = page({ notice: 'Gespeichert.', demo: true }, { islands: true, wide: true })
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/)
    expect(html).not.toMatch(/<script(?![^>]* src=)/)
  })

  test('leads past the header to the content', () => {
    expect(page().indexOf('href="#main"')).toBeLessThan(page().indexOf('<header'))
    expect(page()).toContain('<main id="main"')
  })

  test('marks where one is', () => {
    expect(page().match(/aria-current="page"/g)).toHaveLength(1)
    expect(page()).toContain('<a href="/meetings" aria-current="page">Sitzungen</a>')
  })

  test('offers the other languages by a form that comes back here', () => {
    const html = page()
    expect(html).toContain('<form method="post" action="/language"')
    expect(html).toContain('name="back" value="/meetings?year=2026&amp;all=1"')
    expect(html).toContain('name="language" value="ar" lang="ar" dir="rtl">العربية</button>')
    expect(html).not.toContain('value="de"')
    expect(page({ languages: ['de'] })).not.toContain('action="/language"')
  })

  test('signs in by a link and out by a form', () => {
    expect(page()).toContain('<form method="post" action="/sign-out"')
    expect(page({ signedInAs: null })).toContain('href="/sign-in"')
    expect(page({ signedInAs: null })).not.toContain('/sign-out')
  })

  test('tells what was done, and that a demo is invented', () => {
    expect(page({ notice: 'Gespeichert.' })).toMatch(/role="status".*Gespeichert\./)
    expect(page({ demo: true })).toContain(texts('de')('ui.page.demo'))
    expect(page()).not.toContain(texts('de')('ui.page.demo'))
  })

  test('stays out of search engines where asked', () => {
    expect(page({}, { unlisted: true })).toContain('<meta name="robots" content="noindex"')
    expect(page()).not.toContain('noindex')
  })
})

describe('ProblemPage', () => {
  test.each([
    ['not-found', 'Diese Seite haben wir nicht gefunden', '/'],
    ['forbidden', 'Das ist hier nicht erlaubt', '/'],
    ['sign-in-needed', 'Bitte melden Sie sich an', '/sign-in'],
    ['link-expired', 'Dieser Link gilt nicht mehr', '/'],
    ['sign-in-link-used', 'Dieser Link gilt nicht mehr', '/sign-in'],
    ['server-error', 'Da ist etwas schiefgegangen', '/'],
    ['moved-meanwhile', 'Das ging so nicht', '/'],
  ] as const)('%s', (code, heading, way) => {
    const html = htmlOf(<ProblemPage frame={frame('de', { signedInAs: null, navigation: [] })} code={code} />)
    expect(html).toContain(`<h1>${heading}</h1>`)
    expect(html).toContain(texts('de')(`problem.${code}`).split('.')[0])
    expect(html).toContain(`<a class="kern-btn kern-btn--primary" href="${way}">`)
  })

  test('speaks the reader’s language', () => {
    expect(htmlOf(<ProblemPage frame={frame('ar')} code="not-found" />)).toContain('<h1>لم نجد هذه الصفحة</h1>')
  })
})
