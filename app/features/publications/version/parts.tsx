import { useLanguage } from '../../../ui/language.tsx'
import { Badge, DefinitionList, Name } from '../../../ui/parts.tsx'
import type { VersionShown } from './contract.ts'
import { detailsOf, headOf } from './documents.ts'

type Content = VersionShown['content']
type Entry = Content['apart'][number]

/** Minutes as everybody reads them; the text is in the network's language, whatever frame is around it. */
export function PublicText({ content, lang }: { content: Content; lang: string }) {
  const { t, language } = useLanguage()
  return (
    <>
      <DefinitionList items={headOf(content, t, language).map(({ label, value }) => ({ term: label, value }))} />
      <Entries entries={content.apart} lang={lang} />
      {content.items.map(({ number, title, level, entries }) => {
        const Heading = level === 1 ? 'h2' : 'h3'
        return (
          <section class="section">
            <Heading dir="auto" lang={lang}>
              {number} {title}
            </Heading>
            <Entries entries={entries} lang={lang} />
          </section>
        )
      })}
    </>
  )
}

function Entries({ entries, lang }: { entries: readonly Entry[]; lang: string }) {
  if (entries.length === 0) return null
  return (
    <ul class="items">
      {entries.map(entry => (
        <li class="item">
          <PublicLine entry={entry} lang={lang} />
        </li>
      ))}
    </ul>
  )
}

/** One entry with what is told beside it. */
export function PublicLine({ entry, lang }: { entry: Entry; lang: string }) {
  const { t, language } = useLanguage()
  const details = detailsOf(entry, t, language)
  return (
    <>
      {entry.kind !== 'information' && (
        <p>
          <Badge tone="neutral">{t(`entry.kind.${entry.kind}`)}</Badge>
        </p>
      )}
      <p class="item-text" dir="auto" lang={lang}>
        {entry.text}
      </p>
      {details.length > 0 && (
        <DefinitionList items={details.map(({ label, value }) => ({ term: label, value: <Name>{value}</Name> }))} />
      )}
    </>
  )
}
