import { describe, expect, it } from 'vitest'
import { documentOf } from '../lines/document.ts'
import { agendaOf } from './agenda.ts'

function titles(text: string): string[] {
  return agendaOf(documentOf(text), new Set()).items.map(item => item.title)
}

const PROSE = 'Die Heizung läuft seit Montag wieder und alle sind froh.'

describe('items without any mark', () => {
  it.each([
    ['short lines alone', ['Aus dem Haus', 'Vermietung', 'Kasse'].map(title => `${title}\n\n${PROSE}`).join('\n\n')],
    ['first lines of blocks', ['aus dem haus', 'vermietung', 'kasse'].map(title => `${title}\n${PROSE}`).join('\n\n')],
    ['capitals', ['AUS DEM HAUS', 'VERMIETUNG', 'KASSE'].map(title => `${title}\n- ${PROSE}`).join('\n\n')],
    [
      'rows of topics',
      `| Thema | Inhalt |\n|---|---|\n| Aus dem Haus | ${PROSE} |\n| | noch etwas |\n| Vermietung | ok |\n| Kasse | ok |`,
    ],
  ])('%s', (_, text) => {
    expect(titles(`\n${text}\n`).map(title => title.toLowerCase())).toEqual(['aus dem haus', 'vermietung', 'kasse'])
  })

  it('takes sentences and two short lines for none', () => {
    expect(titles(`\nKasse\n\n${PROSE}\n\nHaus\n\n${PROSE}\n`)).toEqual([])
    expect(titles(`\n${PROSE}\n\n${PROSE}\n\n${PROSE}\n`)).toEqual([])
  })

  it('knows minutes by categories, which have no agenda', () => {
    const text = '## Informationen\na\n## Beschlüsse\nb\n## Aufgaben\nc\n## Termine\nd\n'
    expect(titles(text)).toEqual([])
  })
})
