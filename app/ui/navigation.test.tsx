import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { texts } from '../texts/texts.ts'
import type { Frame } from './frame.ts'
import { type Listed, type ListedGroup, Navigation, navigationOf } from './navigation.tsx'

const own = (...words: string[]): Listed[] => words.map(word => [true, `/${word}`, word])
const many: ListedGroup[] = [
  { entries: own('') },
  { label: 'Treffen', entries: [...own('meetings'), [false, '/readings', 'readings']] },
  { label: 'Öffentlich', entries: own('public', 'publications') },
  { label: 'Verzeichnis', entries: own('bodies', 'people', 'organizations', 'offices') },
]
const shown = (groups: readonly ListedGroup[], path: string): string =>
  renderToString(
    <Navigation frame={{ t: texts('de'), navigation: navigationOf(groups, path) } as Pick<Frame, never> as Frame} />,
  )

describe('the navigation', () => {
  it('puts many entries into groups, and shows a group with one entry as that entry', () => {
    const entries = navigationOf(many, '/')
    expect(entries.map(entry => entry.label)).toEqual(['', 'meetings', 'Öffentlich', 'Verzeichnis'])
  })

  it('has no groups for whoever has few entries', () => {
    const few = navigationOf([many[0]!, many[1]!, many[2]!], '/public')
    expect(few.map(entry => entry.label)).toEqual(['', 'meetings', 'public', 'publications'])
  })

  it('marks the page once and the group that holds it', () => {
    const html = shown(many, '/people/0815')
    expect(html).toContain('<summary aria-current="true">Verzeichnis</summary>')
    expect(html).toContain('<a href="/people" aria-current="page">people</a>')
    expect(html.match(/aria-current/g)).toHaveLength(2)
  })

  it('does not take the manager of publications for the public page', () => {
    expect(shown(many, '/publications')).toContain('<a href="/publications" aria-current="page">')
    expect(shown(many, '/publications')).toContain('<a href="/public">')
  })
})
