import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { direction } from '../texts/texts.ts'
import { assets } from './assets.ts'
import { type Frame, frameDoors } from './frame.ts'
import { Footer, Header } from './header.tsx'
import { InLanguage } from './language.tsx'
import { Breadcrumbs, type Crumb, Notice } from './parts.tsx'

export type PageProps = {
  readonly frame: Frame
  /** Plain words for the window, and the heading where no `heading` is given. */
  readonly title: string
  readonly heading?: ComponentChildren
  /** What stands under the heading: one or two sentences, or a line of facts. */
  readonly lead?: ComponentChildren
  /** Buttons beside the heading. */
  readonly actions?: ComponentChildren
  readonly breadcrumbs?: readonly Crumb[]
  /** Takes the whole width of the screen: for two columns or long tables. */
  readonly wide?: boolean
  /** For the wall of a room: large, without what belongs to whoever sits at the keyboard. */
  readonly projected?: boolean
  /** Loads the islands' loader. A page without it loads no script at all. */
  readonly islands?: boolean
  /** A form on this page came back with problems; the window's title says so first. */
  readonly failed?: boolean
  /** Asks search engines to leave the page out: everything behind a sign-in or a personal link. */
  readonly unlisted?: boolean
  /** What is done here asks for a sign-in of the last half hour; who lacks it is told before he begins. */
  readonly asksAgain?: boolean
  /** Stands in a frame of another site: without what surrounds our pages; whatever it leads to opens beside that site. */
  readonly embedded?: boolean
  /** Goes on to another site by itself, at once (WCAG technique H76). The page must hold a link there as well. */
  readonly leadsTo?: string
  readonly children?: ComponentChildren
}

/** A whole HTML document: head, header, `main` with the heading, footer. */
export function Page(props: PageProps) {
  const { frame, title, wide = false } = props
  const { language, t, networkName } = frame
  const windowTitle = props.failed ? t('ui.page.failed-title', { title }) : title
  return (
    <html lang={language} dir={direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{windowTitle === networkName ? networkName : `${windowTitle} · ${networkName}`}</title>
        {props.leadsTo && <meta http-equiv="refresh" content={`0; url=${props.leadsTo}`} />}
        {props.embedded && <base target="_blank" />}
        {props.unlisted && <meta name="robots" content="noindex" />}
        <Linked language={language} islands={props.islands ?? false} />
      </head>
      <body class={props.projected ? 'projected' : undefined}>
        <InLanguage language={language} t={t}>
          {!props.embedded && (
            <>
              <a class="skip-link" href="#main">
                {t('ui.skip-to-content')}
              </a>
              <Header frame={frame} />
            </>
          )}
          <main id="main" class={wide ? 'page page-wide' : 'page'} tabIndex={-1}>
            {props.breadcrumbs && <Breadcrumbs crumbs={props.breadcrumbs} />}
            {frame.notice && (
              <Notice tone="success" status>
                {frame.notice}
              </Notice>
            )}
            <div class="page-head">
              <h1>{props.heading ?? title}</h1>
              {props.actions && <div class="page-actions">{props.actions}</div>}
              {props.lead && <div class="lead">{props.lead}</div>}
            </div>
            {frame.lacksFactor && (
              <Notice tone="warning" title={t('ui.factor.title')}>
                <p>{t('ui.factor.why')}</p>
                <p>
                  <a href={frameDoors.account}>{t('ui.factor.go')}</a>
                </p>
              </Notice>
            )}
            {props.asksAgain && frame.stale && (
              <Notice tone="info" title={t('ui.again.title')}>
                <p>{t('ui.again.why')}</p>
                <p>
                  <a href={frameDoors.signIn}>{t('ui.again.go')}</a>
                </p>
              </Notice>
            )}
            {props.children}
          </main>
          {!props.embedded && <Footer frame={frame} />}
        </InLanguage>
      </body>
    </html>
  )
}

function Linked({ language, islands }: { language: Frame['language']; islands: boolean }) {
  const { styles, mark, latinFont, arabicFont, islands: loader } = assets()
  const font = language === 'ar' ? arabicFont : latinFont
  return (
    <>
      <link rel="stylesheet" href={styles} />
      {font && <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />}
      {mark && <link rel="icon" href={mark} type="image/svg+xml" />}
      {islands && <script type="module" src={loader} />}
    </>
  )
}

/** The document as sent: a page's HTML with its doctype. */
export const htmlOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`
