import { z } from 'zod'
import { isMailAddress } from '../../ground/outbox.ts'
import { id, list, nothingMore, timestamp } from '../../ground/shapes.ts'
import { languages } from '../../texts/texts.ts'
import { regions } from './model.ts'

/** Forms of the account, and the JSON of the same doors. Messages are problem codes. */
const email = z
  .string('input-missing')
  .trim()
  .min(1, { error: 'input-missing', abort: true })
  .max(254, { error: 'input-too-long', abort: true })
  .refine(isMailAddress, 'email-invalid')
const name = z.string('input-missing').trim().min(1, 'input-missing').max(200, 'input-too-long')

/** A box of a form: sent when ticked, absent when not. */
const box = z.string().optional()

export const signInPage = z.object({ asked: z.literal('yes').optional().catch(undefined) })
export const linkRequest = z.object({ email })
export const signInLink = z.object({ token: z.string().min(20).max(100) })
export const nothing = z.object({})

export const setUpPage = z.object({ key: z.string().max(100).optional().catch(undefined) })
export const setUp = z
  .object({
    key: z.string('not-found').max(100, 'not-found'),
    name,
    region: z
      .string('input-missing')
      .min(1, { error: 'input-missing', abort: true })
      .pipe(z.enum(regions, 'choice-invalid')),
    de: box,
    en: box,
    ar: box,
    coordinator: name,
    email,
  })
  .refine(input => languages.some(language => input[language]), { error: 'input-missing', path: ['de'] })
  .transform(input => ({ ...input, languages: languages.filter(language => input[language]) }))
export type SetUp = z.infer<typeof setUp>

export const languageChoice = z.object({
  language: z.enum(languages, 'choice-invalid'),
  back: z.string().max(2000).catch('/'),
})
export type LanguageChoice = z.infer<typeof languageChoice>

export const mailOfId = z.object({ id: z.uuid() })

/** JSON of the same doors. Cookies travel in headers alone. */
const mail = z.strictObject({ id, recipient: z.string(), subject: z.string(), at: timestamp })
export const shown = {
  done: z.null(),
  session: nothingMore,
  signedIn: z.strictObject({ next: z.enum(['inside', 'second-step']) }),
  /** `minutes`: how long a link opens. */
  signIn: z.strictObject({ asked: z.boolean(), demo: z.boolean(), provider: z.string().nullable(), minutes: z.int() }),
  link: z.strictObject({ email: z.string().nullable(), minutes: z.int() }),
  setUpPage: z.strictObject({ open: z.boolean() }),
  /** Where the first coordinator signs in. */
  setUp: z.strictObject({ path: z.string() }),
  outbox: z.strictObject({ zone: z.string(), mails: list(mail) }),
  mail: mail.extend({
    zone: z.string(),
    language: z.string(),
    lines: list(z.strictObject({ text: z.string(), href: z.string().nullable() })),
  }),
}
