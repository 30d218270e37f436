import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { useLanguage } from './language.tsx'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

const toneIcons: Readonly<Record<Tone, IconName>> = {
  neutral: 'open',
  info: 'info',
  success: 'done',
  warning: 'alert',
  danger: 'error',
}

/** A name somebody gave: its script may run against the sentence around it. */
export const Name = ({ children }: { children: ComponentChildren }) => <bdi>{children}</bdi>

/** A state as symbol and word; the colour only repeats them. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`kern-badge kern-badge--small kern-badge--${tone}`}>
      <Icon name={icon ?? toneIcons[tone]} />
      <span class="kern-label">{children}</span>
    </span>
  )
}

type NoticeProps = {
  readonly tone: Exclude<Tone, 'neutral'>
  readonly title?: ComponentChildren
  /** Announced by screen readers when it appears: for what has just happened, not for standing advice. */
  readonly status?: boolean
  readonly children?: ComponentChildren
}

export function Notice({ tone, title, status = false, children }: NoticeProps) {
  return (
    <div class={`kern-alert kern-alert--${tone} notice`} role={status ? 'status' : undefined}>
      <Icon name={toneIcons[tone]} />
      <div class="notice-body">
        {title && <p class="kern-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}

type CardProps = {
  readonly title: ComponentChildren
  /** Makes the whole card lead there; the card then holds no other link. */
  readonly href?: string
  readonly level?: 2 | 3
  /** A line above the title: a date, a kind, a number. */
  readonly preline?: ComponentChildren
  readonly badge?: ComponentChildren
  readonly footer?: ComponentChildren
  readonly children?: ComponentChildren
}

export function Card({ title, href, level = 3, preline, badge, footer, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <article class={href ? 'kern-card kern-card--interactive' : 'kern-card'}>
      <div class="kern-card__container">
        <header class="kern-card__header">
          {(preline || badge) && (
            <div class="card-preline">
              {preline && <span class="muted">{preline}</span>}
              {badge}
            </div>
          )}
          <Heading class="card-title">
            {href ? (
              <a class="kern-link--stretched" href={href}>
                {title}
              </a>
            ) : (
              title
            )}
          </Heading>
        </header>
        {children && <div class="kern-card__body">{children}</div>}
        {footer && <footer class="kern-card__footer">{footer}</footer>}
      </div>
    </article>
  )
}

/** Cards side by side where there is room. */
export const Cards = ({ children }: { children: ComponentChildren }) => <div class="cards">{children}</div>

/** Nothing here yet: what will be here, and the one thing to do about it. */
export function EmptyState(props: {
  title: ComponentChildren
  icon?: IconName
  action?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="empty">
      <Icon name={props.icon ?? 'file'} />
      <p class="empty-title">{props.title}</p>
      {props.children && <div class="empty-text">{props.children}</div>}
      {props.action && <div class="empty-action">{props.action}</div>}
    </div>
  )
}

type SectionProps = {
  readonly title: ComponentChildren
  /** For links that point here. */
  readonly id?: string
  readonly count?: number
  readonly actions?: ComponentChildren
  readonly children?: ComponentChildren
}

export function Section({ title, id, count, actions, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>
          {title}
          {count !== undefined && <span class="count"> {count}</span>}
        </h2>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {children}
    </section>
  )
}

/** Main matter and a narrower column beside it; below it on narrow screens. */
export function Columns({ aside, children }: { aside: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="columns">
      <div class="column">{children}</div>
      <aside class="column-aside">{aside}</aside>
    </div>
  )
}

/** Two sections of the same weight beside each other; one below the other on narrow screens. */
export const Halves = ({ children }: { children: ComponentChildren }) => <div class="halves">{children}</div>

/** More that most readers do not need at once. */
export function Details(props: { summary: ComponentChildren; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="kern-accordion" open={props.open}>
      <summary class="kern-accordion__header">
        <span class="accordion-title">{props.summary}</span>
        <Icon name="chevron" />
      </summary>
      <div class="kern-accordion__body">{props.children}</div>
    </details>
  )
}

export type Definition = { readonly term: ComponentChildren; readonly value: ComponentChildren }

/** Facts as name and value. A value that is null is left out, so that callers need no conditions. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl class="kern-description-list">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div class="kern-description-list-item">
            <dt class="kern-description-list-item__key">{term}</dt>
            <dd class="kern-description-list-item__value">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

export type Crumb = { readonly href: string; readonly label: string }

/** The way here; the page itself is not part of it. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLanguage()
  return (
    <nav class="breadcrumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li>
            <a href={href}>
              <bdi>{label}</bdi>
            </a>
            <Icon name="chevron" />
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type Tab = {
  readonly href: string
  readonly label: ComponentChildren
  readonly count?: number | string
  readonly current: boolean
}

/** Views of the same thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map(tab => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `page` counts from 1. Where the total is unknown, `pages` is null and only forward and back are offered. */
export function Pagination(props: {
  page: number
  pages: number | null
  more?: boolean
  href: (page: number) => string
}) {
  const { t } = useLanguage()
  const { page, pages, href } = props
  const hasNext = pages === null ? (props.more ?? false) : page < pages
  if (page <= 1 && !hasNext) return null
  return (
    <nav class="pagination" aria-label={t('ui.pagination.label')}>
      {page > 1 && (
        <a class="kern-btn kern-btn--secondary" rel="prev" href={href(page - 1)}>
          <span class="kern-label">{t('ui.pagination.previous')}</span>
        </a>
      )}
      <p class="muted">
        {pages === null ? t('ui.pagination.page', { page }) : t('ui.pagination.page-of', { page, pages })}
      </p>
      {hasNext && (
        <a class="kern-btn kern-btn--secondary" rel="next" href={href(page + 1)}>
          <span class="kern-label">{t('ui.pagination.next')}</span>
        </a>
      )}
    </nav>
  )
}
