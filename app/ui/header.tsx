import { direction, ownNames } from '../texts/texts.ts'
import { type Frame, frameDoors } from './frame.ts'
import { Icon } from './icon.tsx'
import { Navigation } from './navigation.tsx'

/** Whose page this is, who reads it and in which language, and where one can go. */
export function Header({ frame }: { frame: Frame }) {
  const { t, demo, networkName, navigation } = frame
  return (
    <header class="header">
      {demo && <p class="demo-strip">{t('ui.page.demo')}</p>}
      <div class="header-row">
        <a class="brand" href={frameDoors.home}>
          <span class="brand-mark" />
          <bdi>{networkName}</bdi>
        </a>
        <div class="header-tools">
          <LanguageSwitch frame={frame} />
          <Account frame={frame} />
          {navigation.length > 0 && (
            <button class="tool menu-button" type="button" popovertarget="navigation">
              <Icon name="menu" />
              <span class="tool-label">{t('navigation.menu')}</span>
            </button>
          )}
        </div>
      </div>
      {navigation.length > 0 && <Navigation frame={frame} />}
    </header>
  )
}

function LanguageSwitch({ frame: { t, language, languages, path } }: { frame: Frame }) {
  const others = languages.filter(other => other !== language)
  if (others.length === 0) return null
  return (
    <details class="drop language">
      <summary class="tool">
        <Icon name="globe" />
        <span class="tool-label">
          <span class="kern-sr-only">{t('ui.language')}: </span>
          {ownNames[language]}
        </span>
      </summary>
      <form method="post" action={frameDoors.language} class="drop-body">
        <input type="hidden" name="back" value={path} />
        {others.map(other => (
          <button type="submit" name="language" value={other} lang={other} dir={direction(other)}>
            {ownNames[other]}
          </button>
        ))}
      </form>
    </details>
  )
}

function Account({ frame: { t, signedInAs } }: { frame: Frame }) {
  if (signedInAs === null) {
    return (
      <a class="tool" href={frameDoors.signIn}>
        <Icon name="person" />
        <span class="tool-label">{t('navigation.sign-in')}</span>
      </a>
    )
  }
  return (
    <details class="drop account">
      <summary class="tool">
        <Icon name="person" />
        <bdi class="tool-label">{signedInAs}</bdi>
      </summary>
      <form method="post" action={frameDoors.signOut} class="drop-body">
        <p>{t('ui.page.signed-in-as', { name: signedInAs })}</p>
        <a href={frameDoors.account}>{t('navigation.account')}</a>
        <button type="submit">{t('navigation.sign-out')}</button>
      </form>
    </details>
  )
}

export function Footer({ frame: { t, networkName } }: { frame: Frame }) {
  return (
    <footer class="footer">
      <div class="footer-row">
        <p>
          <strong>
            <bdi>{networkName}</bdi>
          </strong>
          <br />
          {t('ui.page.motto')}
        </p>
        <ul>
          <li>
            <a href={frameDoors.imprint}>{t('navigation.imprint')}</a>
          </li>
          <li>
            <a href={frameDoors.privacy}>{t('navigation.privacy')}</a>
          </li>
          <li>
            <a href={frameDoors.accessibility}>{t('navigation.accessibility')}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
