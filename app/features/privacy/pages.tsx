import { Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink, PostButton } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Name, Section } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import type { Overview, PersonData } from './finds.ts'

type Of<Data> = { readonly data: Data; readonly frame: Frame }

/** What is kept about a person and what may be done about it: one's own page, and the coordination's for everybody. */
export function PersonDataPage({ data, frame }: Shown<unknown, PersonData>) {
  const { t } = frame
  const { person, own } = data
  const title = own ? t('privacy.own.title') : t('privacy.person.title', { name: person.name })
  return (
    <Page frame={frame} title={title} lead={own ? t('privacy.own.lead') : t('privacy.person.lead')} unlisted>
      <Access data={data} frame={frame} />
      <Consents data={data} frame={frame} />
      <Wish data={data} frame={frame} />
    </Page>
  )
}

function Access({ data: { person, own, requests, zone }, frame: { t } }: Of<PersonData>) {
  const action = own ? '/privacy/me/access' : `/privacy/people/${person.id}/access`
  return (
    <Section title={t('privacy.access.title')} id="access">
      <p>{t(own ? 'privacy.access.own' : 'privacy.access.other')}</p>
      <PostButton action={action} icon="file">
        {t('privacy.access.ask')}
      </PostButton>
      {requests.length > 0 && (
        <ul>
          {requests.map(({ id, askedAt }) => (
            <li>
              <a href={`/privacy/requests/${id}/archive`}>
                {t('privacy.access.fetch')} <Moment value={askedAt} zone={zone} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Consents({ data: { person, own }, frame: { t } }: Of<PersonData>) {
  return (
    <Section title={t('consent.title')} id="consents">
      <p>{t(own ? 'privacy.consents.own' : 'privacy.consents.other')}</p>
      <ButtonLink href={own ? '/consents' : `/people/${person.id}/consents`}>{t('privacy.consents.open')}</ButtonLink>
    </Section>
  )
}

function Wish({ data, frame: { t } }: Of<PersonData>) {
  const { person, own, erasures, mayErase, zone } = data
  const waiting = erasures.find(({ state }) => state === 'asked')
  const declined = erasures.filter(({ state }) => state === 'declined')
  return (
    <Section title={t('privacy.erasure.title')} id="erasure">
      <p>{t(own ? 'privacy.erasure.own' : 'privacy.erasure.other')}</p>
      {waiting && (
        <p>
          {t('privacy.erasure.asked')} <Moment value={waiting.askedAt} zone={zone} />
        </p>
      )}
      {declined.map(({ reason, settledAt }) => (
        <p>
          {t('privacy.erasure.declined')} {settledAt && <Moment value={settledAt} zone={zone} />}
          {': '}
          <bdi>{reason}</bdi>
        </p>
      ))}
      {own && !waiting && <PostButton action="/privacy/me/erasure">{t('privacy.erasure.ask')}</PostButton>}
      {mayErase && (
        <ButtonLink href={`/privacy/people/${person.id}/erasure`} kind="danger">
          {t('privacy.erasure.preview')}
        </ButtonLink>
      )}
    </Section>
  )
}

/** The coordination's desk: wishes that wait, what was erased, and the ways to the rest. */
export function PrivacyOverviewPage({ data, frame }: Shown<unknown, Overview>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('privacy.overview.title')}
      lead={t('privacy.overview.lead')}
      actions={
        <>
          <ButtonLink href="/privacy/retention">{t('privacy.retention.title')}</ButtonLink>
          <ButtonLink href="/privacy/processing">{t('privacy.processing.title')}</ButtonLink>
        </>
      }
      unlisted
    >
      <Section title={t('privacy.overview.open')} count={data.open.length}>
        <Table
          caption={t('privacy.overview.open')}
          captionHidden
          rows={data.open}
          empty={<EmptyState icon="people" title={t('privacy.overview.none')} />}
          columns={[
            {
              label: t('privacy.column.name'),
              cell: ({ personId, name }) => (
                <a href={`/privacy/people/${personId}/erasure`}>
                  <Name>{name}</Name>
                </a>
              ),
            },
            {
              label: t('privacy.overview.asked'),
              cell: ({ askedAt }) => <Moment value={askedAt} zone={data.zone} />,
            },
          ]}
        />
      </Section>
      {data.done.length > 0 && (
        <Section title={t('privacy.overview.done')} count={data.done.length}>
          <ul>
            {data.done.map(({ at, count }) => (
              <li>
                <Moment value={at} zone={data.zone} />
                {': '}
                {t('privacy.overview.records', { count })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
