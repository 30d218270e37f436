import { Feed } from 'feed'
import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Viewer } from '../../access/viewer.ts'
import { oneLine } from '../../ground/documents/document.ts'
import { originOf } from '../../ground/settings.ts'
import { type Language, texts } from '../../texts/texts.ts'
import { ATOM, type FileAnswer } from '../../ui/file-answer.ts'
import { InLanguage } from '../../ui/language.tsx'
import { addressOf } from './documents.ts'
import { IN_FEED } from './model.ts'
import { Entry } from './parts.tsx'
import { publicEntries } from './store.ts'

/** The last entries of the public account, and those beside which an authority said something (Atom, RFC 4287). */
export async function accountFeed(viewer: Viewer): Promise<FileAnswer> {
  const language = viewer.language as Language
  const t = texts(language)
  const origin = originOf(viewer.ground)
  const { name, timeZone: zone, languages } = viewer.network
  const entries = (await publicEntries(viewer, IN_FEED)).map(entry => ({
    ...entry,
    changedAt: [entry.publishedAt, entry.statement?.at ?? ''].toSorted().at(-1)!,
  }))
  const changed = entries.map(({ changedAt }) => changedAt).toSorted()
  const feed = new Feed({
    id: `${origin}/accountability`,
    title: plain(`${t('account.title')} · ${name}`),
    description: plain(t('account.lead')),
    link: `${origin}/accountability`,
    feedLinks: { atom: `${origin}/accountability.atom` },
    author: { name: plain(name) },
    generator: false,
    // What never changed is as old as the feed's own clock says; an empty one has nothing to be newer than.
    updated: new Date(changed.at(-1) ?? 0),
    copyright: '',
  })
  for (const entry of entries)
    feed.addItem({
      title: html(plain(`${entry.authority}: ${entry.wording}`)),
      id: addressOf(viewer, entry),
      link: addressOf(viewer, entry),
      date: new Date(entry.changedAt),
      published: new Date(entry.publishedAt),
      content: html(h(InLanguage, { language, t, children: h(Entry, { entry, zone, first: languages[0] }) })),
    })
  return {
    bytes: new TextEncoder().encode(feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `)),
    mediaType: ATOM,
    fileName: 'accountability.atom',
  }
}

/** HTML as it stands in a CDATA section: without signs that XML does not know, and without the section's end. */
const html = (content: ComponentChildren): string =>
  renderToString(h(Fragment, null, content))
    .replace(NOT_IN_XML, ' ')
    .replaceAll(']]>', ']]&gt;')
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const plain = (text: string): string => oneLine(text)
