import { ButtonLink } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/parts.tsx'

/** How one signs in is changed by somebody who has just signed in, and not by who finds the screen. */
export function SignInAgain({ frame: { t } }: { frame: Frame }) {
  return (
    <Notice tone="info" title={t('account.again.title')}>
      <p>{t('account.again.why')}</p>
      <p>
        <ButtonLink href="/sign-in">{t('account.again.go')}</ButtonLink>
      </p>
    </Notice>
  )
}
