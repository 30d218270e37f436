import type { Shape } from '../access/described.ts'
import type { Chance } from '../worlds/chance.ts'

/**
 * Values for a described schema: as described, nearly so, or hostile. Nothing is known of the product but what the
 * description says, and the ids that somebody may have seen or guessed.
 */
export class Values {
  private readonly chance: Chance
  private readonly ids: readonly string[]
  private readonly marks: readonly string[]

  constructor(chance: Chance, ids: readonly string[], marks: readonly string[]) {
    this.chance = chance
    this.ids = ids
    this.marks = marks
  }

  /** Mostly as described: a request that fails at its first field tells nothing about the others. */
  any(schema: Shape): unknown {
    if (this.chance.once(0.82)) return this.valid(schema)
    return this.chance.once(0.5) ? this.nearly(schema) : this.hostile()
  }

  valid(schema: Shape): unknown {
    const { chance } = this
    const choices = (schema.anyOf ?? schema.oneOf) as Shape[] | undefined
    if (choices) return this.valid(chance.of(choices))
    if (schema.enum) return chance.of(schema.enum as unknown[])
    if ('const' in schema) return schema.const
    const type = Array.isArray(schema.type) ? chance.of(schema.type as string[]) : schema.type
    if (type === 'null') return null
    if (type === 'boolean') return chance.once(0.5)
    if (type === 'integer' || type === 'number') return this.number(schema)
    if (type === 'array')
      return Array.from({ length: chance.between(0, 3) }, () => this.valid((schema.items ?? {}) as Shape))
    if (type === 'object')
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Shape>).map(([name, one]) => [
          name,
          this.valid(one),
        ]),
      )
    return this.text(schema)
  }

  private number({ minimum = 0, maximum = 40 }: { minimum?: number; maximum?: number }): number {
    const least = Math.max(minimum, -5)
    return this.chance.between(least, Math.max(least, Math.min(maximum, this.chance.of([1, 3, 40]))))
  }

  private text(schema: Shape): string {
    const { chance } = this
    if (schema.format === 'uuid') return chance.of(this.ids)
    if (schema.format === 'date')
      return `20${chance.between(20, 30)}-0${chance.between(1, 9)}-${chance.between(10, 28)}`
    if (schema.format === 'email') return `wer${chance.between(1, 9)}@example.org`
    if (String(schema.pattern ?? '').includes('[01]\\d|2[0-3]')) return `1${chance.between(0, 9)}:30`
    const words = chance.of(['', 'Zusage', 'yes', '2026-03-01', chance.of(this.marks), 'a@example.org', WORDS])
    return words.slice(0, (schema.maxLength as number | undefined) ?? words.length)
  }

  /** One step beside what is described: too long, too many, the wrong type, the last day that is none. */
  private nearly(schema: Shape): unknown {
    const { chance } = this
    if (typeof schema.maxLength === 'number') return 'ä'.repeat(schema.maxLength + chance.between(0, 1))
    const valid = this.valid(schema)
    return chance.of([
      String(valid),
      [valid, valid],
      { value: valid },
      `${valid} `,
      `${valid}\u0000`,
      null,
      '',
      chance.id(),
      '2027-02-29',
      '24:00',
      -1,
      2 ** 53,
      1.5,
    ])
  }

  hostile(): unknown {
    const value = this.chance.of(HOSTILE)
    return typeof value === 'function' ? value() : value
  }
}

const WORDS = 'Wir prüfen bis Ende März, ob der Raum im Erdgeschoss frei wird.'

const HOSTILE: readonly unknown[] = [
  "'; drop table meeting; --",
  "' or '1'='1",
  '%27%20or%201=1',
  '\\',
  '%',
  '_%',
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://example.org")',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '\u0000',
  'a\u0000b',
  'a\r\nSet-Cookie: a=b',
  'a\nBcc: b@example.org',
  '\ud800',
  'a\udfff',
  '\u202eabc\u202d',
  'Z\u0300\u0301\u0302'.repeat(200),
  'ﷺ'.repeat(300),
  '🏳️‍🌈'.repeat(100),
  'İıſK',
  '\ufeff',
  '٢٠٢٦-٠١-٠١',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '99999999999999999999',
  '9999-12-31',
  '0000-00-00',
  '-271821-04-20',
  '+275760-09-13',
  'null',
  'undefined',
  'true',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  -1,
  1e308,
  true,
  null,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: { prototype: 1 } },
  () => 'x'.repeat(100_000),
  () => '('.repeat(20_000),
  () => `${'a'.repeat(30_000)}!`,
  () => '. '.repeat(20_000),
  () => Array.from({ length: 2_000 }, (_, at) => String(at)),
]
