import { expect, it } from 'vitest'
import { otherLanguageOf } from './german.ts'

const GERMAN = 'Die Sitzung wird eröffnet und das Protokoll der letzten Sitzung ist ohne Änderung angenommen worden. '
const ENGLISH = 'The meeting was opened by the chair and the minutes of the last meeting were approved as they are. '
const TURKISH =
  'Toplantı başkan tarafından açıldı ve bir önceki toplantının tutanağı da kabul edildi ne var ki bu gün çok '
const ARABIC = 'افتتحت رئيسة المجلس الجلسة ورحبت بالحاضرين ثم قرئ محضر الجلسة السابقة ووافق عليه الجميع '

it.each([
  [GERMAN.repeat(4), null, 'German'],
  [ENGLISH.repeat(4), 'en', 'English'],
  [TURKISH.repeat(4), 'tr', 'Turkish'],
  [ARABIC.repeat(4), 'und', 'another script'],
  [GERMAN.repeat(4) + ENGLISH, null, 'German with a quotation'],
  ['- Flyer\n- Website\n- Meeting\n'.repeat(20), null, 'notes without small words'],
  [ENGLISH.slice(0, 40), null, 'too short to tell'],
  ['', null, 'nothing'],
])('tells the language of %#', (text, expected, why) => {
  expect(otherLanguageOf(text), why).toBe(expected)
})
