import type { Shown } from '../../../ui/doors.tsx'
import { Button, ButtonLink, HiddenInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/parts.tsx'
import type { ProviderAnswer } from './contract.ts'

/** Leads on to the provider by itself. A form may not: the policy of the page keeps forms on this site. */
export function WayPage({ data, frame }: Shown<unknown, { name: string; address: string }>) {
  const { t } = frame
  const { name, address } = data
  return (
    <Page
      frame={frame}
      title={t('account.provider.title', { name })}
      lead={t('account.provider.way', { name })}
      leadsTo={address}
      unlisted
    >
      <ButtonLink kind="primary" href={address}>
        {t('account.provider.go', { name })}
      </ButtonLink>
    </Page>
  )
}

/** Back from the provider. As with a link by mail, opening changes nothing and the button signs in. */
export function AnswerPage({ data, input, frame }: Shown<ProviderAnswer, { name: string; given: boolean }>) {
  const { t, networkName } = frame
  const { name, given } = data
  const title = t('account.provider.title', { name })
  if (!given)
    return (
      <Page frame={frame} title={title} unlisted>
        <EmptyState
          icon="lock"
          title={t('account.provider.none')}
          action={<ButtonLink href="/sign-in">{t('account.again.go')}</ButtonLink>}
        >
          {t('account.provider.none-why', { name })}
        </EmptyState>
      </Page>
    )
  const fields = Object.entries(input).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return (
    <Page frame={frame} title={title} lead={t('account.provider.back', { name, network: networkName })} unlisted>
      <form method="post" action="/sign-in/provider">
        {fields.map(([field, value]) => (
          <HiddenInput name={field} value={value} />
        ))}
        <Button kind="primary">{t('account.provider.continue')}</Button>
      </form>
    </Page>
  )
}
