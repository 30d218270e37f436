import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { places } from './places.js'
import { house, said } from './planted.js'
import { sentences } from './sentences.js'
import { texts } from './texts.js'
import { treeAt } from './tree.js'

describe('texts', () => {
  const inAll = all => ({ 'app/texts/de.json': JSON.stringify(all), 'app/texts/en.json': JSON.stringify(all) })
  const page = code => ({ 'app/ui/page.tsx': code })

  it('is content with a key that is asked for, by name, by family, in a list', async () => {
    const all = {
      'ui.title': 'A',
      'state.open': 'B',
      'state.done': 'C',
      'ui.save': '{count, plural, one {# X} other {# Y}}',
    }
    const code = "t('ui.title'); t(`state.${state}`); const labels = { save: 'ui.save' }"
    expect(await said(texts, { ...inAll(all), ...page(code) })).toEqual([])
  })
  it('finds a missing language, an empty text and unequal placeholders', async () => {
    const found = await said(texts, {
      'app/texts/de.json': '{"a.b": "{name} am {day}", "a.c": "x", "a.d": "{who, select, she {sie} other {er}}"}',
      'app/texts/en.json': '{"a.b": "{name}", "a.c": "", "a.d": "{who, select, her {she} other {he}}"}',
      ...page("['a.b', 'a.c', 'a.d']"),
    })
    expect(found.join('\n')).toMatch(/"a\.b" has \{name\}, but \{day\} \{name\}/)
    expect(found.join('\n')).toMatch(/"a\.c" is missing or empty/)
    expect(found.join('\n')).toMatch(/"a\.d" has \{who: her\|other\}/)
    expect(found).toHaveLength(3)
  })
  it('finds what is no ICU message, what nobody asks for and what is not there', async () => {
    const found = await said(texts, {
      ...inAll({ 'a.b': '{name', 'a.c': 'x' }),
      ...page("t('a.b'); frame.t('a.x'); t(`b.${x}`)"),
    })
    expect(found.filter(line => line.includes('no ICU message'))).toHaveLength(2)
    expect(found).toContainEqual(expect.stringContaining('nobody asks for "a.c"'))
    expect(found).toContainEqual(expect.stringContaining('"a.x" is in no language'))
    expect(found).toContainEqual(expect.stringContaining('"b.…" is in no language'))
  })
  it('wants a text for every problem, and a problem for every text', async () => {
    const found = await said(texts, {
      ...inAll({ 'problem.forbidden': 'x', 'problem.gone': 'y' }),
      ...page('t(`problem.${code}`)'),
      'app/ground/problems.ts': "export const problemStatus = { forbidden: 403, 'not-found': 404 } as const",
    })
    expect(found).toEqual([expect.stringContaining('"not-found" has no text'), expect.stringContaining('no "gone"')])
  })
})

describe('sentences', () => {
  const spoken = [
    '<p>Hallo</p>',
    '<p>{open ? "offen" : t("done")}</p>',
    '<img alt="Foto" />',
    '<Field label="Name" />',
    '<button aria-label={`Zusage ${n} löschen`} />',
    "const message = 'Bitte ein Datum angeben.'",
    "return refused('Please choose a day')",
    'const subject = `Neue Zusage von ${name}`',
    "const hint = 'das geht leider nicht mit der Datei'",
  ]
  it.each(spoken)('hears %s', async code => {
    expect(await said(sentences, { 'app/ui/page.tsx': code })).toHaveLength(1)
  })

  const unspoken = [
    '<p>{t("a.b")}: {count} / 3</p>',
    '<img alt="" class="kern-icon kern-icon--large" />',
    '<Field label="meetings.title" name="title" type="date" />',
    '<p lang={rtl === "yes please" ? "ar" : "de"}>{format(day, "long")}</p>',
    "const policy = `default-src 'self'; img-src 'self' data:`",
    "const font = 'Noto Sans, Vazirmatn, sans-serif'",
    "db.query('SELECT name FROM person WHERE id = $1')",
    'sql`select the name of the person`',
    "throw new TypeError('This is for whoever calls it wrong.')",
    "console.error('The database is gone.')",
    "type Answer = 'Yes, please do' | 'No'",
    "import x from './A file with a name.ts'",
    "header('Cache-Control', 'public, max-age=31536000')",
    "const zone = 'Europe/Berlin'",
  ]
  it.each(unspoken)('does not hear %s', async code => {
    expect(await said(sentences, { 'app/ui/page.tsx': code })).toEqual([])
  })
  it('hears what a command prints, and leaves samples, tests and patterns alone', async () => {
    const code = "console.log('Das ist nicht für die Texte.')"
    expect(
      await said(sentences, {
        'cli/start.ts': code,
        'demo/minutes.ts': code,
        'reader/src/a.ts': code,
        'app/ui/a.test.ts': code,
      }),
    ).toEqual([expect.stringContaining('cli/start.ts:1')])
  })
})

describe('places', () => {
  it('finds hosts of code, folders of a machine, and where this copy is', async () => {
    const tree = house({ 'README.md': '' })
    const text = [
      `see https://github.${'com'}/a/b`,
      `cd /home/${'ada'}/house`,
      `open ${dirname(tree.root)}/other`,
      'GET /home and https://example.org/work',
    ].join('\n')
    writeFileSync(join(tree.root, 'README.md'), text)
    const found = places.check(treeAt(tree.root)).map(({ line }) => line)
    expect(found).toEqual([1, 2, 3])
  })
})
