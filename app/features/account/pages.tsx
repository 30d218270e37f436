import { languages, ownNames } from '../../texts/texts.ts'
import { Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink, Buttons, Checkbox, Form, PostButton, Select, Submit, TextInput } from '../../ui/forms.tsx'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, EmptyState, Notice } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { type MailShown, type Outbox, regions } from './model.ts'
import { SignInByPasskey } from './passkey/parts.tsx'

type Shows<Data, Input = unknown> = Shown<Input, Data>

export function SignInPage({
  data,
  form,
  frame,
}: Shows<{ asked: boolean; demo: boolean; provider: string | null; minutes: number }>) {
  const { t } = frame
  const title = t('account.sign-in.title')
  if (data.asked)
    return (
      <Page frame={frame} title={title} unlisted>
        <Notice tone="info" title={t('account.sign-in.asked-title')} status>
          <p>{t('account.sign-in.asked', { minutes: data.minutes })}</p>
          {data.demo && (
            <p>
              {t('account.sign-in.demo')} <a href="/outbox">{t('account.outbox.open')}</a>
            </p>
          )}
        </Notice>
        <p>
          <a href="/sign-in">{t('account.sign-in.again')}</a>
        </p>
      </Page>
    )
  return (
    <Page frame={frame} title={title} lead={t('account.sign-in.lead')} failed={form.problems.length > 0} islands>
      <Form action="/sign-in" state={form}>
        <TextInput
          name="email"
          type="email"
          autocomplete="email"
          label={t('account.sign-in.email')}
          hint={t('account.sign-in.email-hint')}
          required
        />
        <Buttons>
          <Submit>{t('account.sign-in.submit')}</Submit>
        </Buttons>
      </Form>
      <SignInByPasskey frame={frame} />
      {data.provider && (
        <PostButton action="/sign-in/provider/question">
          {t('account.provider.title', { name: data.provider })}
        </PostButton>
      )}
    </Page>
  )
}

/** Opening the link shows this and changes nothing; the button signs in. */
export function LinkPage({ data, input, frame }: Shows<{ email: string | null; minutes: number }, { token: string }>) {
  const { t, networkName } = frame
  const title = t('account.link.title')
  if (data.email === null)
    return (
      <Page frame={frame} title={title} unlisted>
        <EmptyState
          icon="link"
          title={t('account.link.gone')}
          action={<ButtonLink href="/sign-in">{t('account.link.new')}</ButtonLink>}
        >
          {t('account.link.gone-why', { minutes: data.minutes })}
        </EmptyState>
      </Page>
    )
  return (
    <Page frame={frame} title={title} lead={t('account.link.lead', { network: networkName })} unlisted>
      <PostButton kind="primary" action={`/sign-in/${input.token}`}>
        {t('account.link.continue', { email: data.email })}
      </PostButton>
    </Page>
  )
}

export function SetUpPage({ data, input, form, frame }: Shows<{ open: boolean }, { key?: string | undefined }>) {
  const { t } = frame
  const title = t('account.set-up.title')
  if (!data.open)
    return (
      <Page frame={frame} title={title} unlisted>
        <Notice tone="info" title={t('account.set-up.closed')}>
          {t('account.set-up.closed-why')}
        </Notice>
      </Page>
    )
  const choices = regions.map(code => ({ value: code, label: t(`account.region.${code}`) }))
  return (
    <Page frame={frame} title={title} lead={t('account.set-up.lead')} failed={form.problems.length > 0} unlisted>
      <Form action={`/setup?key=${input.key}`} state={form}>
        <TextInput
          name="name"
          label={t('account.set-up.name')}
          hint={t('account.set-up.name-hint')}
          maxLength={200}
          required
        />
        <Select
          name="region"
          label={t('account.set-up.region')}
          hint={t('account.set-up.region-hint')}
          blank={t('account.set-up.region-blank')}
          choices={choices}
          required
        />
        <fieldset class="kern-fieldset">
          <legend class="kern-label">{t('account.set-up.languages')}</legend>
          <div class="kern-fieldset__body">
            {languages.map(language => (
              <Checkbox name={language} label={ownNames[language]} checked={language === 'de'} />
            ))}
          </div>
        </fieldset>
        <TextInput
          name="coordinator"
          label={t('account.set-up.coordinator')}
          autocomplete="name"
          maxLength={200}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={t('account.set-up.email')}
          hint={t('account.set-up.email-hint')}
          autocomplete="email"
          required
        />
        <Buttons>
          <Submit>{t('account.set-up.submit')}</Submit>
        </Buttons>
      </Form>
    </Page>
  )
}

export function OutboxPage({ data, frame }: Shows<Outbox>) {
  const { t } = frame
  const title = t('account.outbox.title')
  return (
    <Page frame={frame} title={title} lead={t('account.outbox.lead')} unlisted>
      <Table
        caption={title}
        captionHidden
        rows={data.mails}
        columns={[
          {
            label: t('account.outbox.subject'),
            cell: mail => (
              <a href={`/outbox/${mail.id}`}>
                <bdi>{mail.subject}</bdi>
              </a>
            ),
          },
          { label: t('account.outbox.recipient'), cell: mail => <bdi>{mail.recipient}</bdi> },
          { label: t('account.outbox.at'), cell: mail => <Moment value={mail.at} zone={data.zone} form="short" /> },
        ]}
        empty={
          <EmptyState icon="mail" title={t('account.outbox.empty')}>
            {t('account.outbox.empty-why')}
          </EmptyState>
        }
      />
    </Page>
  )
}

export function MailPage({ data, frame }: Shows<MailShown>) {
  const { t } = frame
  const facts = [
    { term: t('account.outbox.recipient'), value: <bdi>{data.recipient}</bdi> },
    { term: t('account.outbox.at'), value: <Moment value={data.at} zone={data.zone} /> },
  ]
  const back = [{ href: '/outbox', label: t('account.outbox.title') }]
  return (
    <Page frame={frame} title={data.subject} heading={<bdi>{data.subject}</bdi>} breadcrumbs={back} unlisted>
      <DefinitionList items={facts} />
      <div lang={data.language} dir="auto">
        {data.lines.map(({ text, href }) => (
          <p dir="auto">{href ? <a href={href}>{text}</a> : text}</p>
        ))}
      </div>
    </Page>
  )
}
