import type { TextKey } from '../texts/texts.ts'
import { problemText } from './field.tsx'
import { ButtonLink, Buttons } from './forms.tsx'
import { type Frame, frameDoors } from './frame.ts'
import { Page } from './page.tsx'

type Group = { readonly title: TextKey; readonly action: TextKey; readonly href: string }

const home = { action: 'ui.problem.to-home', href: frameDoors.home } as const
const groups = {
  missing: { title: 'ui.problem.missing', ...home },
  forbidden: { title: 'ui.problem.forbidden', ...home },
  signIn: { title: 'ui.problem.sign-in', action: 'navigation.sign-in', href: frameDoors.signIn },
  expired: { title: 'ui.problem.expired', ...home },
  newLink: { title: 'ui.problem.expired', action: 'ui.problem.new-sign-in-link', href: frameDoors.signIn },
  refused: { title: 'ui.problem.refused', ...home },
  failed: { title: 'ui.problem.failed', ...home },
} as const satisfies Record<string, Group>

const groupOf: Readonly<Record<string, Group>> = {
  'not-found': groups.missing,
  forbidden: groups.forbidden,
  'cross-site': groups.forbidden,
  'sign-in-needed': groups.signIn,
  'link-expired': groups.expired,
  'link-revoked': groups.expired,
  'sign-in-link-used': groups.newLink,
  'server-error': groups.failed,
  'database-unreachable': groups.failed,
}

type ProblemPageProps = {
  readonly frame: Frame
  /** A code of the house's closed list: its sentence is the text `problem.<code>`. */
  readonly code: string
  readonly values?: Readonly<Record<string, unknown>> | undefined
}

/** What is wrong, what to do about it, and a way on: for every answer that has no form to return to. */
export function ProblemPage({ frame, code, values = {} }: ProblemPageProps) {
  const { t } = frame
  const { title, action, href } = groupOf[code] ?? groups.refused
  return (
    <Page frame={frame} title={t(title)} lead={problemText(t, { code, values })} unlisted>
      <Buttons>
        <ButtonLink href={href} kind="primary">
          {t(action)}
        </ButtonLink>
      </Buttons>
    </Page>
  )
}
