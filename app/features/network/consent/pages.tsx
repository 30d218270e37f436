import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Form, PostButton, Radios, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, Details, Name, Section } from '../../../ui/parts.tsx'
import type { ConsentsShown, LinkedConsents, PersonConsents } from './finds.ts'
import type { Standing } from './model.ts'

/** One's own consents, each with a button: giving and taking back are equally near (Art. 7 Abs. 3 GDPR). */
export function ConsentsPage({ data, frame }: Shown<unknown, ConsentsShown>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('consent.title')}
      lead={t('consent.lead')}
      breadcrumbs={[{ href: '/privacy/me', label: t('privacy.own.title') }]}
      unlisted
    >
      <Standings standings={data.standings} zone={data.zone} action="/consents" frame={frame} />
    </Page>
  )
}

/** The same for the holder of a personal link. Opening it changes nothing. */
export function LinkedConsentsPage({ data, input, frame }: Shown<{ secret: string }, LinkedConsents>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('consent.title')} lead={t('consent.lead')} unlisted>
      <Standings standings={data.standings} zone={data.zone} action={`/links/consent/${input.secret}`} frame={frame} />
      <p class="muted">
        {t('consent.link-until')} <Moment value={data.expiresAt} zone={data.zone} />
      </p>
    </Page>
  )
}

/** For the coordination: what somebody agreed to, writing down a paper, sending a link. */
export function PersonConsentsPage({ data, form, frame }: Shown<unknown, PersonConsents>) {
  const { t } = frame
  const { personId, name } = data
  return (
    <Page
      frame={frame}
      title={t('consent.of', { name })}
      lead={t('consent.of-lead')}
      breadcrumbs={[
        { href: '/people', label: t('navigation.people') },
        { href: `/people/${personId}`, label: name },
      ]}
      actions={
        data.reachable && (
          <PostButton kind="secondary" icon="mail" action={`/people/${personId}/consents/link`}>
            {t('consent.ask')}
          </PostButton>
        )
      }
      failed={form.problems.length > 0}
      unlisted
    >
      <Standings standings={data.standings} zone={data.zone} action={null} frame={frame} />
      <Section title={t('consent.record')}>
        <p>{t('consent.record-lead')}</p>
        <Form action={`/people/${personId}/consents`} state={form}>
          <Select
            name="purpose"
            label={t('consent.purpose')}
            choices={data.standings.map(({ purpose }) => ({ value: purpose, label: t(`consent.purpose.${purpose}`) }))}
            required
          />
          <Radios
            name="kind"
            legend={t('consent.kind')}
            value="given"
            choices={(['given', 'withdrawn'] as const).map(value => ({ value, label: t(`consent.kind.${value}`) }))}
            required
          />
          <TextInput name="note" label={t('consent.note')} hint={t('consent.note-hint')} maxLength={300} required />
          <Submit>{t('ui.save')}</Submit>
        </Form>
      </Section>
    </Page>
  )
}

type StandingsProps = {
  readonly standings: readonly Standing[]
  readonly zone: string
  /** Where a press goes; null where it is only shown. */
  readonly action: string | null
  readonly frame: Frame
}

function Standings({ standings, zone, action, frame }: StandingsProps) {
  const { t, networkName } = frame
  return (
    <>
      {standings.map(({ purpose, given, last, history }) => (
        <Section title={t(`consent.purpose.${purpose}`)} id={purpose}>
          <p>
            <Badge tone={given ? 'success' : 'neutral'} icon={given ? 'check' : 'lock'}>
              {t(given ? 'consent.given' : last ? 'consent.withdrawn' : 'consent.nothing')}
            </Badge>{' '}
            {last && <Moment value={last.at} zone={zone} />}
          </p>
          <blockquote>{t(`consent.wording.${purpose}`, { network: networkName })}</blockquote>
          {action && (
            <PostButton
              kind={given ? 'secondary' : 'primary'}
              action={action}
              values={{ purpose, kind: given ? 'withdrawn' : 'given' }}
            >
              {t(given ? 'consent.withdraw' : 'consent.give')}
            </PostButton>
          )}
          {history.length > 0 && (
            <Details summary={t('consent.history', { count: history.length })}>
              <ul>
                {history.map(said => (
                  <li>
                    <Moment value={said.at} zone={zone} form="short" />: {t(`consent.kind.${said.kind}`)},{' '}
                    {t(`consent.channel.${said.channel}`)}
                    {said.note && (
                      <>
                        {' · '}
                        <Name>{said.note}</Name>
                      </>
                    )}
                    <br />
                    <span class="muted" lang={said.language}>
                      {said.wording}
                    </span>
                  </li>
                ))}
              </ul>
            </Details>
          )}
        </Section>
      ))}
    </>
  )
}
