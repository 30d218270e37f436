import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Buttons, Form, PostButton, Submit, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, Section } from '../../../ui/parts.tsx'
import { SignInAgain } from '../session/parts.tsx'
import type { PasskeyPageShown } from './contract.ts'

/** One of one's own passkeys: its name, and taking it away. */
export function PasskeyPage({ data, form, frame }: Shown<unknown, PasskeyPageShown>) {
  const { t } = frame
  const { id, name, since, used, zone, fresh } = data
  return (
    <Page
      frame={frame}
      title={name}
      heading={<bdi>{name}</bdi>}
      breadcrumbs={[{ href: '/account', label: t('account.own.title') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      <DefinitionList
        items={[
          { term: t('account.passkey.since'), value: <Moment value={since} zone={zone} /> },
          {
            term: t('account.passkey.used'),
            value: used ? <Moment value={used} zone={zone} /> : t('account.passkey.never'),
          },
        ]}
      />
      <Form action={`/account/passkeys/${id}`} state={form}>
        <TextInput name="name" label={t('account.passkey.name')} value={name} maxLength={100} required />
        <Buttons>
          <Submit>{t('account.own.save')}</Submit>
        </Buttons>
      </Form>
      <Section title={t('account.passkey.remove')}>
        <p>{t('account.passkey.remove-why')}</p>
        {fresh ? (
          <PostButton kind="danger" action={`/account/passkeys/${id}/remove`}>
            {t('account.passkey.remove')}
          </PostButton>
        ) : (
          <SignInAgain frame={frame} />
        )}
      </Section>
    </Page>
  )
}
