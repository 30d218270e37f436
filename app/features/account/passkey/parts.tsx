import type { ComponentChildren } from 'preact'
import { Moment } from '../../../ui/dates.tsx'
import { Button, Buttons, HiddenInput, TextInput } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Island } from '../../../ui/island.tsx'
import { EmptyState, Name } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PasskeyShown } from './model.ts'

/** Without script, or where the browser knows no passkeys, this stays hidden: the link by mail always works. */
function PasskeyForm(props: { frame: Frame; action: string; options: string; children: ComponentChildren }) {
  const { frame, action, options, children } = props
  return (
    <Island name="passkey" props={{ options }}>
      <form class="form" method="post" action={action} hidden>
        <HiddenInput name="answer" value="" />
        {children}
        <div role="alert" hidden>
          <p class="kern-error">{frame.t('account.passkey.failed')}</p>
        </div>
      </form>
    </Island>
  )
}

export const SignInByPasskey = ({ frame }: { frame: Frame }) => (
  <PasskeyForm frame={frame} action="/sign-in/passkey" options="/sign-in/passkey/options">
    <Buttons>
      <Button icon="lock">{frame.t('account.passkey.sign-in')}</Button>
    </Buttons>
  </PasskeyForm>
)

export const AddPasskey = ({ frame, name }: { frame: Frame; name: string }) => (
  <PasskeyForm frame={frame} action="/account/passkeys" options="/account/passkeys/options">
    <TextInput
      name="name"
      label={frame.t('account.passkey.name')}
      hint={frame.t('account.passkey.name-hint')}
      value={name}
      maxLength={100}
      required
    />
    <Buttons>
      <Button icon="add">{frame.t('account.passkey.add')}</Button>
    </Buttons>
  </PasskeyForm>
)

export function Passkeys({ passkeys, zone, frame }: { passkeys: readonly PasskeyShown[]; zone: string; frame: Frame }) {
  const { t } = frame
  return (
    <Table
      caption={t('account.passkey.many')}
      captionHidden
      rows={passkeys}
      empty={
        <EmptyState icon="lock" title={t('account.passkey.none')}>
          {t('account.passkey.none-why')}
        </EmptyState>
      }
      columns={[
        {
          label: t('account.passkey.name'),
          cell: ({ id, name }) => (
            <a href={`/account/passkeys/${id}`}>
              <Name>{name}</Name>
            </a>
          ),
        },
        { label: t('account.passkey.since'), cell: ({ since }) => <Moment value={since} zone={zone} form="short" /> },
        {
          label: t('account.passkey.used'),
          cell: ({ used }) => (used ? <Moment value={used} zone={zone} form="short" /> : t('account.passkey.never')),
        },
      ]}
    />
  )
}
