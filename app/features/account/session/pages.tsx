import { languages, ownNames } from '../../../texts/texts.ts'
import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { problemText } from '../../../ui/field.tsx'
import { Buttons, Form, HiddenInput, PostButton, Select, Submit } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, Name, Notice, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import { AddPasskey, Passkeys } from '../passkey/parts.tsx'
import type { AccountShown } from './contract.ts'
import { SignInAgain } from './parts.tsx'

/** One's own account: who one is here, how one signs in, and where one is signed in. */
export function AccountPage({ data, form, frame }: Shown<unknown, AccountShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('account.own.title')} lead={t('account.own.lead')} islands unlisted>
      {form.problems.map(problem => (
        <Notice tone="danger" status>
          {problemText(t, problem)}
        </Notice>
      ))}
      <Own data={data} frame={frame} />
      <Ways data={data} frame={frame} />
      <Sessions data={data} frame={frame} />
    </Page>
  )
}

type Part = { readonly data: AccountShown; readonly frame: Frame }

function Own({ data, frame }: Part) {
  const { t } = frame
  const facts = [
    { term: t('account.own.name'), value: <Name>{data.name}</Name> },
    { term: t('account.own.email'), value: <bdi>{data.email}</bdi> },
  ]
  const offered = frame.languages.length > 0 ? frame.languages : languages
  return (
    <Section title={t('account.own.you')}>
      <DefinitionList items={facts} />
      <p class="muted">{t('account.own.changed-by')}</p>
      <p>
        <a href="/privacy/me">{t('account.own.privacy')}</a>
      </p>
      <Form action="/language" id="language">
        <HiddenInput name="back" value="/account?notice=person.chooseLanguage" />
        <Select
          name="language"
          label={t('account.own.language')}
          hint={t('account.own.language-hint')}
          value={data.language}
          choices={offered.map(value => ({ value, label: ownNames[value] }))}
          unmarked
        />
        <Buttons>
          <Submit kind="secondary">{t('account.own.save')}</Submit>
        </Buttons>
      </Form>
    </Section>
  )
}

/** How one signs in: always by mail, and with what one has added. */
function Ways({ data, frame }: Part) {
  const { t } = frame
  const { passkeys, zone, secondStep, provider, fresh } = data
  return (
    <>
      <Section title={t('account.ways.title')}>
        <DefinitionList
          items={[
            { term: t('account.ways.mail'), value: t('account.ways.mail-always') },
            { term: provider, value: provider && t('account.ways.provider') },
            {
              term: t('account.totp.title'),
              value: (
                <>
                  <Badge tone={secondStep ? 'success' : 'neutral'}>
                    {t(secondStep ? 'account.totp.on' : 'account.totp.not-on')}
                  </Badge>{' '}
                  <a href="/account/totp">{t('account.totp.open')}</a>
                </>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('account.passkey.many')} id="passkeys" count={passkeys.length}>
        <Passkeys passkeys={passkeys} zone={zone} frame={frame} />
        {fresh ? <AddPasskey frame={frame} name={hereWords(data, frame)} /> : <SignInAgain frame={frame} />}
        <noscript>
          <p class="muted">{t('account.passkey.no-script')}</p>
        </noscript>
      </Section>
    </>
  )
}

function hereWords({ sessions }: AccountShown, { t }: Frame): string {
  const device = sessions.find(({ here }) => here)?.device
  return device ? t('account.sessions.device', device) : ''
}

function Sessions({ data, frame }: Part) {
  const { t } = frame
  const words = ({ browser, system }: AccountShown['sessions'][number]['device']) =>
    t('account.sessions.device', { browser, system })
  return (
    <Section
      title={t('account.sessions.title')}
      id="sessions"
      count={data.sessions.length}
      actions={
        data.fresh &&
        data.sessions.length > 1 && (
          <PostButton action="/account/sessions/end">{t('account.sessions.end-others')}</PostButton>
        )
      }
    >
      <p>{t('account.sessions.lead')}</p>
      {!data.fresh && data.sessions.length > 1 && <SignInAgain frame={frame} />}
      <Table
        caption={t('account.sessions.title')}
        captionHidden
        rows={data.sessions}
        columns={[
          {
            label: t('account.sessions.where'),
            cell: ({ device, here }) => (
              <>
                {words(device)} {here && <Badge tone="success">{t('account.sessions.here')}</Badge>}
              </>
            ),
          },
          {
            label: t('account.sessions.since'),
            cell: ({ since }) => <Moment value={since} zone={data.zone} form="short" />,
          },
          {
            label: t('account.sessions.seen'),
            cell: ({ seen }) => <Moment value={seen} zone={data.zone} form="short" />,
          },
          {
            label: t('account.sessions.end'),
            silent: true,
            cell: ({ id, here, device }) =>
              !here &&
              data.fresh && (
                <PostButton action={`/account/sessions/${id}/end`} small about={words(device)}>
                  {t('account.sessions.end')}
                </PostButton>
              ),
          },
        ]}
      />
    </Section>
  )
}
