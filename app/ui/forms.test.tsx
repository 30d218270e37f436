import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { texts } from '../texts/texts.ts'
import {
  Button,
  Checkbox,
  DateInput,
  FileInput,
  Form,
  type FormState,
  PostButton,
  Radios,
  Select,
  TextArea,
  TextInput,
} from './forms.tsx'
import { InLanguage } from './language.tsx'

const first: FormState = { values: {}, problems: [] }

function form(state: FormState | null, fields: ComponentChildren): string {
  return renderToString(
    <InLanguage language="de" t={texts('de')}>
      <Form action="/meetings" state={state}>
        {fields}
      </Form>
    </InLanguage>,
  )
}
const attribute = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(match => match[1]!)

const refused: FormState = {
  values: { email: 'ada@', note: '</textarea><b>', body: 'board', kind: 'open' },
  problems: [
    { code: 'email-invalid', field: 'email' },
    { code: 'choice-invalid', field: 'body' },
    { code: 'moved-meanwhile' },
  ],
}

describe('a field that came back', () => {
  const html = form(refused, [
    <TextInput name="email" label="E-Mail" hint="Für die Einladung" type="email" required />,
    <Select
      name="body"
      label="Gremium"
      choices={[
        { value: 'plenary', label: 'Plenum' },
        { value: 'board', label: 'Vorstand' },
      ]}
    />,
    <TextArea name="note" label="Anmerkung" value="alt" />,
  ])

  test('is marked, and described by its hint and its error', () => {
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-describedby="field-email-hint field-email-error"')
  })

  test('is described only by what is there', () => {
    const ids = new Set(attribute(html, 'id'))
    const described = attribute(html, 'aria-describedby').flatMap(list => list.split(' '))
    expect(described.length).toBeGreaterThan(0)
    expect(described.filter(id => !ids.has(id))).toEqual([])
    expect(attribute(html, 'for').filter(id => !ids.has(id))).toEqual([])
  })

  test('keeps what was typed, escaped', () => {
    expect(html).toContain('value="ada@"')
    expect(html).toContain('&lt;/textarea>&lt;b>')
    expect(html).not.toContain('<b>')
    expect(html).toMatch(/<option value="board" selected[^>]*>Vorstand/)
    expect(html).not.toContain('alt')
  })

  test('is listed above, with its label, as a link to itself', () => {
    expect(html).toContain('role="alert"')
    expect(html).toContain('Bitte prüfen Sie diese 3 Angaben')
    expect(html).toContain('<a href="#field-email">E-Mail: Das ist keine gültige E-Mail-Adresse.')
    expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('<input'))
  })

  test('a problem of the whole form has no link', () => {
    expect(html).toMatch(/<li>Das hat inzwischen jemand geändert\./)
  })
})

describe('a first visit', () => {
  const html = form(first, [
    <TextInput name="title" label="Titel" value="Plenum" required />,
    <DateInput name="day" label="Tag" value="2026-03-01" />,
    <Checkbox name="send" label="Verschicken" checked />,
  ])

  test('shows the values it was given and no problem', () => {
    expect(html).toContain('value="Plenum"')
    expect(html).toContain('value="2026-03-01"')
    expect(html).toContain(' checked')
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('role="alert"')
  })

  test('says what may stay empty', () => {
    expect(html.match(/\(freiwillig\)/g)).toHaveLength(1)
  })
})

describe('choices', () => {
  const choices = [
    { value: 'open', label: 'Offen' },
    { value: 'closed', label: 'Geschlossen', hint: 'Nur Mitglieder' },
  ]

  test('what was chosen stays chosen, and nothing else', () => {
    const html = form(refused, <Radios name="kind" legend="Art" choices={choices} value="closed" />)
    expect(html.match(/ checked/g)).toHaveLength(1)
    expect(html).toMatch(/value="open"[^>]* checked/)
  })

  test('a tick that was taken away stays away', () => {
    expect(form(refused, <Checkbox name="send" label="Verschicken" checked />)).not.toContain(' checked')
  })

  test('the link in the summary leads to the group', () => {
    const state: FormState = { values: {}, problems: [{ code: 'input-missing', field: 'kind' }] }
    const html = form(state, <Radios name="kind" legend="Art" choices={choices} required />)
    expect(html).toContain('<a href="#field-kind">Art: ')
    expect(html).toMatch(/<fieldset[^>]* id="field-kind"/)
  })
})

test('two forms of a page keep their ids apart', () => {
  const html = renderToString(
    <>
      <Form action="/a" id="report">
        <TextInput name="sentence" label="Satz" />
      </Form>
      <Form action="/b">
        <TextInput name="sentence" label="Satz" />
      </Form>
    </>,
  )
  const ids = attribute(html, 'id')
  expect(new Set(ids).size).toBe(ids.length)
})

test('a file field never claims to know a file', () => {
  const html = form(
    { values: { file: 'minutes.pdf' }, problems: [{ code: 'file-empty', field: 'file' }] },
    <FileInput name="file" label="Datei" />,
  )
  expect(html).not.toContain('minutes.pdf')
})

test('a value of a problem is put into its sentence, escaped', () => {
  const problems = [{ code: 'setting-missing', values: { name: '<script>' } }]
  expect(form({ values: {}, problems }, null)).toContain('&lt;script>')
})

test('PostButton is a form of its own and says what it is about', () => {
  const html = renderToString(
    <PostButton action="/commitments/7/reminders" values={{ via: 'mail' }} about="Raum reservieren">
      Nachfragen
    </PostButton>,
  )
  expect(html).toContain('method="post" action="/commitments/7/reminders"')
  expect(html).toContain('<input type="hidden" name="via" value="mail"')
  expect(html).toContain('<span class="kern-sr-only"> Raum reservieren</span>')
})

test('Button is a plain button that sends its form', () => {
  expect(
    renderToString(
      <Button name="act" value="accept">
        Annehmen
      </Button>,
    ),
  ).toMatch(/^<button class="kern-btn kern-btn--secondary" type="submit" name="act" value="accept">/)
})
