import { encode } from 'uqr'
import type { Shown } from '../../../ui/doors.tsx'
import { Buttons, Checkbox, Form, PostButton, Submit, TextInput } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, Section } from '../../../ui/parts.tsx'
import { SignInAgain } from '../session/parts.tsx'
import type { TotpShown } from './contract.ts'

/** One's own authenticator app: switch it on, write the recovery codes down, switch it off. */
export function TotpPage({ data, form, frame }: Shown<unknown, TotpShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('account.totp.title')}
      lead={t('account.totp.lead')}
      breadcrumbs={[{ href: '/account', label: t('account.own.title') }]}
      failed={form.problems.length > 0}
      unlisted
    >
      {!data.fresh && <SignInAgain frame={frame} />}
      {data.state === 'off' && (
        <PostButton kind="primary" action="/account/totp">
          {t('account.totp.begin')}
        </PostButton>
      )}
      {data.state === 'begun' && <Begun data={data} form={form} frame={frame} />}
      {data.state === 'on' && <On data={data} frame={frame} />}
    </Page>
  )
}

type State<S extends TotpShown['state']> = Extract<TotpShown, { state: S }>

function Begun({ data, form, frame }: Pick<Shown<unknown, State<'begun'>>, 'data' | 'form' | 'frame'>) {
  const { t } = frame
  return (
    <>
      <Section title={t('account.totp.scan')}>
        <p>{t('account.totp.scan-how')}</p>
        <Square text={data.address} label={t('account.totp.square')} />
        <p>{t('account.totp.by-hand')}</p>
        <p>
          <code class="secret" dir="ltr">
            {inGroups(data.secret)}
          </code>
        </p>
      </Section>
      <Section title={t('account.totp.codes-write')}>
        <p>{t('account.totp.codes-why')}</p>
        <Codes codes={data.codes} />
      </Section>
      <Section title={t('account.totp.try')}>
        <Form action="/account/totp/confirmation" state={form}>
          <CodeInput label={t('account.step.code')} hint={t('account.totp.code-hint')} />
          <Checkbox name="kept" label={t('account.totp.kept')} required />
          <Buttons>
            <Submit>{t('account.totp.switch-on')}</Submit>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}

function On({ data, frame: { t } }: { data: State<'on'>; frame: Frame }) {
  return (
    <>
      <p>
        <Badge tone="success">{t('account.totp.on')}</Badge>
      </p>
      <Section title={t('account.totp.codes')} count={data.codesLeft}>
        {data.codes ? (
          <>
            <p>{t('account.totp.codes-new')}</p>
            <Codes codes={data.codes} />
            <PostButton kind="primary" action="/account/totp/codes/kept">
              {t('account.totp.kept')}
            </PostButton>
          </>
        ) : (
          <>
            <p>{t('account.totp.codes-left', { count: data.codesLeft })}</p>
            <PostButton action="/account/totp/codes">{t('account.totp.renew')}</PostButton>
          </>
        )}
      </Section>
      <Section title={t('account.totp.off')}>
        <p>{t('account.totp.off-why')}</p>
        <PostButton kind="danger" action="/account/totp/end">
          {t('account.totp.switch-off')}
        </PostButton>
      </Section>
    </>
  )
}

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <ol class="codes" dir="ltr">
    {codes.map(code => (
      <li>
        <code class="secret">{code}</code>
      </li>
    ))}
  </ol>
)

const CodeInput = ({ label, hint }: { label: string; hint: string }) => (
  <TextInput name="code" label={label} hint={hint} autocomplete="one-time-code" maxLength={40} required />
)

const GROUP = /.{1,4}/g
const inGroups = (secret: string): string => (secret.match(GROUP) ?? []).join(' ')

/** A QR code as one path, dark on light in any theme: apps read no other. */
function Square({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="square" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="224" height="224">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** The second step of a sign-in. */
export function CodePage({ form, frame }: Shown<unknown, object>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('account.step.title')}
      lead={t('account.step.lead')}
      failed={form.problems.length > 0}
      unlisted
    >
      <Form action="/sign-in/code" state={form}>
        <CodeInput label={t('account.step.code')} hint={t('account.step.code-hint')} />
        <Buttons>
          <Submit>{t('account.step.submit')}</Submit>
        </Buttons>
      </Form>
      <p>{t('account.step.lost')}</p>
      <p>
        <a href="/sign-in">{t('account.step.anew')}</a>
      </p>
    </Page>
  )
}
