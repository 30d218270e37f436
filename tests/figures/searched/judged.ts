/** What a question is to do with a text: find it, not find it, put it before another, or say that it asks for nothing. */
export type Judged = {
  readonly kind: 'found' | 'absent' | 'before' | 'nothing'
  readonly question: string
  readonly text: string
  readonly after?: string
}

const ROW = /^\| ([^|]+) \| ([^|]+) \|$/
const ABSENT = /"(\p{L}+)" does not find "(\p{L}+)"/gu
const BEFORE = /"(\p{L}+)" ranks "(\p{L}+)" before "(\p{L}+)"/gu
const HEAD = /In the text|---/

/** The rows of a table of texts and questions, each spelling a text of its own, and the negatives in the sentences below. */
export function judgedIn(file: string): Judged[] {
  const judged: Judged[] = []
  for (const line of file.split('\n')) {
    const [, texts, questions] = ROW.exec(line) ?? []
    if (texts && questions && !HEAD.test(line))
      for (const text of spellingsIn(texts))
        for (const question of questions.split(', ')) judged.push({ kind: 'found', question, text })
    for (const [, question, text] of line.matchAll(ABSENT))
      judged.push({ kind: 'absent', question: question!, text: text! })
    for (const [, question, text, after] of line.matchAll(BEFORE))
      judged.push({ kind: 'before', question: question!, text: text!, after: after! })
  }
  return judged
}

/** Several spellings of one word are texts of their own; different words stand together in one. */
function spellingsIn(texts: string): readonly string[] {
  const spellings = texts.split(', ')
  return new Set(spellings.map(one => one[0]?.toLowerCase())).size === 1 ? spellings : [texts]
}

const found = (text: string, ...questions: string[]): Judged[] =>
  questions.map(question => ({ kind: 'found', question, text }))
const absent = (question: string, text: string): Judged => ({ kind: 'absent', question, text })

/** Words of our own, of the kinds that people write. */
export const variants: readonly Judged[] = [
  ...found('Die Lärmschutzwände am Kleefeld', 'Laermschutzwand', 'Lärmschutz', 'Wand Kleefeld'),
  ...found('Zwei Nachbarschaftshelferinnen fehlen', 'Nachbarschaftshelfer', 'Helfer', 'Nachbarschaft'),
  ...found('Frau Güneş und Herr Škoda', 'Gunes', 'Guenes', 'Skoda'),
  ...found('Die Turnhallenbelegung wird geprüft', 'Turnhalle', 'Belegungen', 'prüfen'),
  ...found('Teilnehmer*innen aus drei Ortsteilen', 'Teilnehmerin', 'Teilnehmer', 'Ortsteil'),
  absent('Uhr', 'Fuhrwerk'),
  absent('Eis', 'Kreisverkehr'),
  absent('Ohr', 'Bohrung'),
  { kind: 'before', question: 'Garten', text: 'Der Garten blüht', after: 'Die Gartenordnung gilt' },
  { kind: 'nothing', question: 'und der die das', text: '' },
]
