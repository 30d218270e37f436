import { direction, type Language, type TextKey, type Texts } from '../../../texts/texts.ts'
import { momentText } from '../../../ui/dates.tsx'
import type { Archive, ArchiveRecord, ArchiveRow } from './model.ts'

type Props = { readonly archive: Archive; readonly language: Language; readonly t: Texts }

const STYLE =
  'body{font-family:sans-serif;line-height:1.5;max-width:50rem;margin:2rem auto;padding:0 1rem}dl{border-inline-start:3px solid #999;padding-inline-start:1rem}dt{font-weight:bold}dd{margin:0 0 .3rem}h2{margin-top:2.5rem}'

/** What is known about a person, as a page of its own: no script, no address outside. */
export function ArchiveDocument({ archive, language, t }: Props) {
  const { person, network, operator } = archive
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('privacy.archive.title', { name: person.name })}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{t('privacy.archive.title', { name: person.name })}</h1>
        <p>{t('privacy.archive.made', { at: moment(t, language, archive.madeAt), network })}</p>
        <p>{t('privacy.archive.lead')}</p>
        <p>{t('privacy.archive.closed')}</p>
        <h2>{t('privacy.archive.rights')}</h2>
        <p>{t('network.privacy.rights-list')}</p>
        <p>{t('privacy.archive.contact', { operator: operator.name, email: operator.email ?? '–' })}</p>
        {archive.signIn.length > 0 && (
          <>
            <h2>{t('privacy.archive.sign-in')}</h2>
            {archive.signIn.map(facts => (
              <Facts row={{ role: 'kind', facts }} language={language} t={t} />
            ))}
          </>
        )}
        {archive.records.map(record => (
          <Records record={record} language={language} t={t} />
        ))}
      </body>
    </html>
  )
}

type Spoken = { readonly language: Language; readonly t: Texts }

function Records({ record, language, t }: Spoken & { record: ArchiveRecord }) {
  return (
    <section>
      <h2>
        {t(`privacy.record.${record.record}`)} ({record.rows.length})
      </h2>
      <p>
        {t(`network.privacy.purpose.${record.purpose}`)} {t(`privacy.recipients.${record.recipients}`)}{' '}
        {record.days === null ? t('privacy.kept.always') : t('network.privacy.days', { days: record.days })}
      </p>
      {record.rows.map(row => (
        <Facts row={row} language={language} t={t} />
      ))}
    </section>
  )
}

/** Facts with a word for people; ids are for machines and stand in data.json. */
function Facts({ row, language, t }: Spoken & { row: ArchiveRow }) {
  const told = Object.entries(row.facts)
    .map(([column, value]) => [wordFor(t, column), shown(value, language, t)] as const)
    .filter(([word, value]) => word !== null && value !== '')
  if (told.length === 0) return null
  return (
    <dl>
      {told.map(([word, value]) => (
        <>
          <dt>{word}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </>
      ))}
    </dl>
  )
}

const WORDS = {
  text: 'privacy.column.text',
  name: 'privacy.column.name',
  email: 'privacy.column.email',
  recipient: 'privacy.column.email',
  addressee: 'privacy.column.email',
  language: 'privacy.column.language',
  role: 'privacy.column.role',
  start_date: 'privacy.column.start_date',
  end_date: 'privacy.column.end_date',
  state: 'privacy.column.state',
  line: 'privacy.column.line',
  at: 'privacy.column.at',
  act: 'privacy.column.act',
  subject: 'privacy.column.subject',
  content: 'privacy.column.text',
  sentence: 'privacy.column.text',
  wording: 'privacy.column.text',
  created_at: 'privacy.column.created_at',
  expires_at: 'privacy.column.expires_at',
  asked_at: 'privacy.column.created_at',
  sent_at: 'privacy.column.sent_at',
  device: 'privacy.column.device',
  report: 'privacy.column.report',
  kind: 'privacy.column.kind',
  on_behalf_of: 'privacy.column.on_behalf_of',
} as const satisfies Record<string, TextKey>

const wordFor = (t: Texts, column: string): string | null => {
  const key = (WORDS as Record<string, TextKey>)[column]
  return key ? t(key) : null
}

const moment = (t: Texts, language: Language, instant: string): string =>
  t('ui.moment', momentText(language, instant, 'Europe/Berlin'))

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

function shown(value: unknown, language: Language, t: Texts): string {
  if (typeof value === 'string') return INSTANT.test(value) ? moment(t, language, value) : value
  return value === null || value === undefined ? '' : String(value)
}
