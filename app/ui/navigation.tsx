import type { Frame } from './frame.ts'
import { Icon } from './icon.tsx'

export type NavigationLink = { readonly href: string; readonly label: string; readonly current: boolean }
/** Entries that belong together, behind one word. */
export type NavigationGroup = {
  readonly label: string
  readonly current: boolean
  readonly links: readonly NavigationLink[]
}
export type NavigationEntry = NavigationLink | NavigationGroup

/** An entry as it is listed: where it leads, its word, and whether this reader has it. */
export type Listed = readonly [shown: boolean, href: string, label: string]
/** A group as it is listed: without a word of its own, its entries stand by themselves. */
export type ListedGroup = { readonly label?: string; readonly entries: readonly Listed[] }

/** So many entries fit beside each other and are taken in at a glance; more of them are put into their groups. */
const FITS = 7

/**
 * What one reader can go to from the page at `path`. A group of which he has a single entry is that entry, and who has
 * few entries altogether gets no groups.
 */
export function navigationOf(groups: readonly ListedGroup[], path: string): NavigationEntry[] {
  const own = groups.map(({ label, entries }) => ({ label, links: linksOf(entries, path) }))
  const plain = own.reduce((sum, { links }) => sum + links.length, 0) <= FITS
  return own.flatMap<NavigationEntry>(({ label, links }) => {
    if (plain || label === undefined || links.length < 2) return links
    return [{ label, links, current: links.some(link => link.current) }]
  })
}

const linksOf = (entries: readonly Listed[], path: string): NavigationLink[] =>
  entries
    .filter(([shown]) => shown)
    .map(([, href, label]) => ({
      href,
      label,
      current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
    }))

/** A popover on narrow screens, a row on wide ones; groups open below their word. All of it without script. */
export function Navigation({ frame: { t, navigation } }: { frame: Frame }) {
  return (
    <nav id="navigation" class="navigation" aria-label={t('navigation.label')} popover="auto">
      <button class="tool menu-close" type="button" popovertarget="navigation" popovertargetaction="hide">
        <Icon name="close" />
        <span class="tool-label">{t('ui.close')}</span>
      </button>
      <ul>
        {navigation.map(entry => (
          <li>{'links' in entry ? <Group group={entry} /> : <Link link={entry} />}</li>
        ))}
      </ul>
    </nav>
  )
}

/** Of groups with one name a browser keeps one open. */
function Group({ group }: { group: NavigationGroup }) {
  return (
    <details name="navigation">
      <summary aria-current={group.current ? 'true' : undefined}>{group.label}</summary>
      <ul class="navigation-group">
        {group.links.map(link => (
          <li>
            <Link link={link} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const Link = ({ link: { href, label, current } }: { link: NavigationLink }) => (
  <a href={href} aria-current={current ? 'page' : undefined}>
    {label}
  </a>
)
