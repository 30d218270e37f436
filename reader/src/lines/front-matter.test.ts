import { expect, it } from 'vitest'
import { documentOf } from './document.ts'

const fields = (text: string) => documentOf(text).frontMatter?.fields ?? null

it('reads scalars, lists and lists of maps with their lines, all as text', () => {
  const text = '---\ntitle: "A: B"\ndate: 2021-11-18\nda: [x, y]\nteam:\n  - name: Z\n    amt: Kasse\n---\nText'
  expect(fields(text)).toEqual([
    { key: 'title', values: [{ text: 'A: B', line: 2 }] },
    { key: 'date', values: [{ text: '2021-11-18', line: 3 }] },
    {
      key: 'da',
      values: [
        { text: 'x', line: 4 },
        { text: 'y', line: 4 },
      ],
    },
    { key: 'team', values: [{ text: 'Z', line: 6 }] },
  ])
})

it.each([
  ['---\nText\n---\nText', 'two rules with text between'],
  ['---\ntitle: [\n---\n', 'broken YAML'],
  ['---\ntitle: A\n', 'no end'],
  ['Text\n---\ntitle: A\n---', 'not at the top'],
  ['---\n---\n', 'empty'],
  [`---\na: &a [x]\n${'b: *a\n'.repeat(200)}---\n`, 'too many lines'],
  ['', 'nothing'],
])('finds none in %j: %s', text => {
  expect(fields(text)).toBeNull()
})
