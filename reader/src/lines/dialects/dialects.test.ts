import { describe, expect, it } from 'vitest'
import { documentOf } from '../document.ts'

/** Each line as "heading level, list mark, indent: body", cells in brackets; blank ones left out. */
function forms(text: string): string[] {
  return documentOf(text).lines.flatMap(({ heading, marker, indent, body, cells, apart }) => {
    if (body === '' || apart !== null) return []
    if (cells) return [`[${cells.join('|')}]`]
    return [`${heading ? `h${heading} ` : ''}${marker ? `${indent}${marker} ` : ''}${body}`]
  })
}

describe('dialects of marks', () => {
  it.each([
    [
      'AsciiDoc',
      '= Plenum\n:toc:\nOrt:: Saal\n\n== Kasse\n. eins\n.. zwei\n\n|===\n|Was |Wer\n|Saal |Ida\n|===\n',
      ['h1 Plenum', 'Ort: Saal', 'h2 Kasse', '0- eins', '2- zwei', '[Was|Wer]', '[Saal|Ida]'],
    ],
    [
      'MediaWiki',
      "= Plenum =\n'''Ort:''' Saal<br />\n== Kasse ==\n* eins\n** zwei\n{|\n! Was !! Wer\n|-\n| Saal || Ida\n|}\n[[Kategorie:Plenum]]\n",
      ['h1 Plenum', "'''Ort:''' Saal", 'h2 Kasse', '0- eins', '2- zwei', '[Was|Wer]', '[Saal|Ida]'],
    ],
    [
      'DokuWiki',
      '====== Plenum ======\n  * eins\n    - zwei\n===== Kasse =====\n^ Was ^ Wer ^\n| Saal | Ida |\n',
      ['h1 Plenum', '0- eins', '2- zwei', 'h2 Kasse', '[Was|Wer]', '[Saal|Ida]'],
    ],
    [
      'org',
      '#+TITLE: Plenum\n#+OPTIONS: toc:nil\n* TODO Kasse :geld:\n- [ ] prüfen\n',
      ['h1 Plenum', 'h2 Kasse', '0[ ] prüfen'],
    ],
    [
      'HTML',
      '<html>\n<body>\n<h1>Plenum</h1>\n<ul>\n<li>eins</li>\n</ul>\n<table>\n<tr>\n<td>Saal</td>\n<td>Ida</td>\n</tr>\n</table>\n</body>\n',
      ['h1 Plenum', '0- eins', '[Saal|Ida]'],
    ],
  ])('brings %s to the marks of Markdown', (_, text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  it.each([
    ['Markdown', '# Plenum\n* eins\n* **zwei**\n'],
    ['a formula', 'a = b\n= 4\n'],
    ['stars of a pad', '* eins\n** zwei\n'],
  ])('leaves %s as it is', (_, text) => {
    expect(documentOf(text).lines.map(line => line.text)).toEqual(text.split('\n'))
  })

  it('keeps one line for each line, whatever the markup', () => {
    for (const text of ['= A\n\n== B\n|===\n|a\n', '<p>\n<p>\n<p>\n<p>\n<tr>\n<td>x', '====== A ======\n^ a\n'])
      expect(documentOf(text).lines.length).toBe(text.split('\n').length)
  })
})
