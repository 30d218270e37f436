import type { Shown } from '../../../ui/doors.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, Name, Notice, Section } from '../../../ui/parts.tsx'
import { type Region, regions } from '../../account/model.ts'
import type { Legal } from '../finds.ts'
import type { LegalPage, Operator } from '../model.ts'

type Shows = Shown<unknown, Legal>

/** § 5 DDG and § 18 Abs. 2 MStV. */
export function ImprintPage({ data, frame }: Shows) {
  const { t } = frame
  const { operator } = data
  return (
    <Page frame={frame} title={t('navigation.imprint')}>
      <Incomplete page="imprint" data={data} frame={frame} />
      <Section title={t('network.imprint.operator')}>
        <Address operator={operator} frame={frame} />
        <DefinitionList
          items={[
            { term: t('network.operator.representedBy'), value: named(operator.representedBy) },
            { term: t('network.operator.email'), value: mailto(operator.email) },
            { term: t('network.operator.phone'), value: named(operator.phone) },
            { term: t('network.operator.register'), value: named(operator.register) },
            { term: t('network.operator.vatId'), value: named(operator.vatId) },
            { term: t('network.operator.supervisoryAuthority'), value: named(operator.supervisoryAuthority) },
          ]}
        />
      </Section>
      {operator.responsibleName && (
        <Section title={t('network.imprint.responsible')}>
          <p>
            <Name>{operator.responsibleName}</Name>
            <br />
            <Name>{operator.responsibleAddress}</Name>
          </p>
        </Section>
      )}
    </Page>
  )
}

/** Art. 13 and 14 GDPR. */
export function PrivacyPage({ data, frame }: Shows) {
  const { t } = frame
  const { operator, kept } = data
  return (
    <Page frame={frame} title={t('navigation.privacy')} lead={t('network.privacy.lead')}>
      <Incomplete page="privacy" data={data} frame={frame} />
      <Section title={t('network.privacy.controller')}>
        <Address operator={operator} frame={frame} />
        <DefinitionList
          items={[
            { term: t('network.operator.email'), value: mailto(operator.email) },
            { term: t('network.operator.dataProtectionContact'), value: named(operator.dataProtectionContact) },
            { term: t('network.operator.hostedBy'), value: named(operator.hostedBy) },
          ]}
        />
      </Section>
      <Section title={t('network.privacy.what')}>
        <ul>
          {PURPOSES.map(purpose => (
            <li>{t(`network.privacy.purpose.${purpose}`)}</li>
          ))}
        </ul>
        <p>{t('network.privacy.special')}</p>
      </Section>
      <Section title={t('network.privacy.who')}>
        <p>{t('network.privacy.who-sees')}</p>
        <p>{t('network.privacy.nowhere')}</p>
      </Section>
      <Section title={t('network.privacy.kept')}>
        <p>{t('network.privacy.kept-lead')}</p>
        {kept.length > 0 && (
          <DefinitionList
            items={kept.map(({ what, days }) => ({ term: t(what), value: t('network.privacy.days', { days }) }))}
          />
        )}
      </Section>
      <Section title={t('network.privacy.cookies')}>
        <p>{t('network.privacy.cookies-two')}</p>
      </Section>
      <Section title={t('network.privacy.rights')}>
        <p>{t('network.privacy.rights-list')}</p>
        <p>{t('network.privacy.complaint', { authority: authorityOf(data, frame) })}</p>
      </Section>
    </Page>
  )
}

/** What personal data is for, each with its legal basis. */
const PURPOSES = ['record', 'directory', 'account', 'mail', 'consent', 'log'] as const

/** Art. 77 GDPR: the authority of the Land, where it is known. */
function authorityOf({ region }: Legal, { t }: Frame): string {
  return regions.some(one => one === region)
    ? t('network.privacy.authority-of', { land: t(`account.region.${region as Region}`) })
    : t('network.privacy.authority')
}

/** § 12b BGG and the laws of the Länder, as far as they bind the operator; for everybody else it is a courtesy. */
export function AccessibilityPage({ data, frame }: Shows) {
  const { t } = frame
  const { operator } = data
  return (
    <Page frame={frame} title={t('navigation.accessibility')} lead={t('network.accessibility.aim')}>
      <Incomplete page="accessibility" data={data} frame={frame} />
      <Section title={t('network.accessibility.state')}>
        <p>{t('network.accessibility.how-tested')}</p>
        <ul>
          {GAPS.map(gap => (
            <li>{t(`network.accessibility.gap.${gap}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('network.accessibility.tell')}>
        <p>{t('network.accessibility.tell-how')}</p>
        <p>{mailto(operator.accessibilityContact ?? operator.email)}</p>
      </Section>
      {operator.enforcementBody && (
        <Section title={t('network.accessibility.enforcement')}>
          <p>{t('network.accessibility.enforcement-how')}</p>
          <p>
            <Name>{operator.enforcementBody}</Name>
          </p>
        </Section>
      )}
    </Page>
  )
}

/** What is known not to be accessible yet. */
const GAPS = ['sources', 'screen-readers', 'languages'] as const

function Incomplete({ page, data, frame: { t } }: { page: LegalPage; data: Legal; frame: Frame }) {
  const missing = data.missing.filter(one => one.page === page)
  if (missing.length === 0) return null
  return (
    <Notice tone="warning" title={t('network.incomplete.title')}>
      {data.mayChange ? (
        <a href="/network/operator">{t('network.incomplete.fill-in', { count: missing.length })}</a>
      ) : (
        t('network.incomplete.ask')
      )}
    </Notice>
  )
}

function Address({ operator, frame }: { operator: Operator; frame: Frame }) {
  const place = [operator.postalCode, operator.city].filter(Boolean).join(' ')
  const lines = [operator.name ?? frame.networkName, operator.street, place].filter(Boolean)
  return (
    <address>
      {lines.map(line => (
        <>
          <Name>{line}</Name>
          <br />
        </>
      ))}
    </address>
  )
}

const named = (text: string | null) => text && <Name>{text}</Name>

/** A mail address as a link, anything else as it stands. */
const mailto = (text: string | null) =>
  text?.includes('@') && !text.includes(' ') ? (
    <a href={`mailto:${text}`}>
      <bdi>{text}</bdi>
    </a>
  ) : (
    named(text)
  )
