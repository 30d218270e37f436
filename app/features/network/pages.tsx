import { legalForms, secondFactors } from '../../ground/schema/network.ts'
import { isLanguage, languages, ownNames } from '../../texts/texts.ts'
import type { Shown } from '../../ui/doors.tsx'
import { ButtonLink, Buttons, Checkbox, Form, HiddenInput, Radios, Select, Submit, TextInput } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { DefinitionList, Name, Notice, Section } from '../../ui/parts.tsx'
import { type Region, regions } from '../account/model.ts'
import type { NetworkShown } from './finds.ts'
import { legalPages, type Missing, type Operator, type OperatorField, operatorFields, type Settings } from './model.ts'

type Shows = Shown<unknown, NetworkShown>

/** The settings as they stand, and what the legal pages still lack. */
export function NetworkPage({ data, frame }: Shows) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('network.title')}
      lead={t('network.lead')}
      actions={
        <ButtonLink href="/journal" icon="clock">
          {t('journal.title')}
        </ButtonLink>
      }
    >
      <MissingNotice missing={data.missing} frame={frame} />
      <Section
        title={t('network.settings')}
        actions={<ButtonLink href="/network/change">{t('network.settings.change')}</ButtonLink>}
      >
        <SettingsList settings={data.settings} frame={frame} />
      </Section>
      <Section
        title={t('network.operator')}
        id="operator"
        actions={<ButtonLink href="/network/operator">{t('network.operator.change-button')}</ButtonLink>}
      >
        <p>{t('network.operator.lead')}</p>
        <OperatorList operator={data.operator} frame={frame} />
      </Section>
    </Page>
  )
}

function MissingNotice({ missing, frame: { t } }: { missing: readonly Missing[]; frame: Frame }) {
  const pages = legalPages.filter(page => missing.some(one => one.page === page))
  if (pages.length === 0) return null
  return (
    <Notice tone="warning" title={t('network.missing.title')}>
      <ul>
        {pages.map(page => (
          <li>
            <a href={`/${page}`}>{t(`navigation.${page}`)}</a>
            {': '}
            {missing
              .filter(one => one.page === page)
              .map(({ field, law }, at) => (
                <>
                  {at > 0 && ' · '}
                  <a href={`/network/operator#operator-${field}`}>{t(`network.operator.${field}`)}</a>{' '}
                  <span class="muted">
                    (<bdi>{t(`network.law.${law}`)}</bdi>)
                  </span>
                </>
              ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const regionText = (region: string | null, { t }: Frame): string | null =>
  regions.some(one => one === region) ? t(`account.region.${region as Region}`) : null

function SettingsList({ settings, frame }: { settings: Settings; frame: Frame }) {
  const { t } = frame
  return (
    <DefinitionList
      items={[
        { term: t('account.set-up.name'), value: <Name>{settings.name}</Name> },
        { term: t('account.set-up.region'), value: regionText(settings.region, frame) },
        {
          term: t('account.set-up.languages'),
          value: settings.languages.map(one => (isLanguage(one) ? ownNames[one] : one)).join(', '),
        },
        { term: t('network.second-factor'), value: t(`network.second-factor.${settings.secondFactor}`) },
      ]}
    />
  )
}

function OperatorList({ operator, frame: { t } }: { operator: Operator; frame: Frame }) {
  const filled = operatorFields.filter(field => operator[field] !== null)
  if (filled.length === 0) return <p class="muted">{t('network.operator.empty')}</p>
  return (
    <DefinitionList
      items={[
        { term: t('network.operator.legalForm'), value: t(`network.legal-form.${operator.legalForm}`) },
        ...filled.map(field => ({ term: t(`network.operator.${field}`), value: <Name>{operator[field]}</Name> })),
      ]}
    />
  )
}

const wasMoved = ({ form }: Pick<Shows, 'form'>) => form.problems.some(({ code }) => code === 'moved-meanwhile')

export function NetworkChangePage({ data, form, frame }: Shows) {
  const { t } = frame
  const { settings } = data
  const choices = regions.map(code => ({ value: code, label: t(`account.region.${code}`) }))
  return (
    <Page
      frame={frame}
      title={t('network.settings.change')}
      breadcrumbs={[{ href: '/network', label: t('network.title') }]}
      failed={form.problems.length > 0}
    >
      {wasMoved({ form }) && (
        <Notice tone="warning" title={t('network.rival')}>
          <SettingsList settings={settings} frame={frame} />
        </Notice>
      )}
      <Form action="/network" state={form}>
        <HiddenInput name="revision" value={String(settings.revision)} />
        <TextInput name="name" label={t('account.set-up.name')} value={settings.name} maxLength={200} required />
        <Select
          name="region"
          label={t('account.set-up.region')}
          hint={t('account.set-up.region-hint')}
          value={settings.region ?? ''}
          blank={t('account.set-up.region-blank')}
          choices={choices}
          required
        />
        <fieldset class="kern-fieldset">
          <legend class="kern-label">{t('account.set-up.languages')}</legend>
          <p class="muted">{t('network.settings.languages-hint')}</p>
          <div class="kern-fieldset__body">
            {languages.map(language => (
              <Checkbox name={language} label={ownNames[language]} checked={settings.languages.includes(language)} />
            ))}
          </div>
        </fieldset>
        <Radios
          name="secondFactor"
          legend={t('network.second-factor')}
          hint={t('network.second-factor-hint')}
          value={settings.secondFactor}
          choices={secondFactors.map(value => ({ value, label: t(`network.second-factor.${value}`) }))}
          required
        />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
          <ButtonLink href="/network">{t('ui.cancel')}</ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}

/** The form's parts, in the order in which the pages need them. */
const groups: readonly {
  readonly title: 'who' | 'reach' | 'register' | 'content' | 'more'
  readonly fields: readonly OperatorField[]
}[] = [
  { title: 'who', fields: ['name', 'representedBy', 'street', 'postalCode', 'city'] },
  { title: 'reach', fields: ['email', 'phone'] },
  { title: 'register', fields: ['register', 'vatId', 'supervisoryAuthority'] },
  { title: 'content', fields: ['responsibleName', 'responsibleAddress'] },
  { title: 'more', fields: ['dataProtectionContact', 'hostedBy', 'accessibilityContact', 'enforcementBody'] },
]

/** What a browser may fill in by itself (HTML, autofill). */
const autocomplete: { readonly [F in OperatorField]?: string } = {
  name: 'organization',
  street: 'street-address',
  postalCode: 'postal-code',
  city: 'address-level2',
  email: 'email',
  phone: 'tel',
}

export function OperatorPage({ data, form, frame }: Shows) {
  const { t } = frame
  const { operator } = data
  return (
    <Page
      frame={frame}
      title={t('network.operator.change')}
      lead={t('network.operator.lead')}
      asksAgain
      breadcrumbs={[{ href: '/network', label: t('network.title') }]}
      failed={form.problems.length > 0}
    >
      {wasMoved({ form }) && (
        <Notice tone="warning" title={t('network.rival')}>
          <OperatorList operator={operator} frame={frame} />
        </Notice>
      )}
      <Form action="/network/operator" id="operator" state={form}>
        <HiddenInput name="revision" value={String(operator.revision)} />
        <Radios
          name="legalForm"
          legend={t('network.operator.legalForm')}
          value={operator.legalForm}
          choices={legalForms.map(value => ({ value, label: t(`network.legal-form.${value}`) }))}
          required
        />
        {groups.map(({ title, fields }) => (
          <Section title={t(`network.operator.group.${title}`)}>
            {fields.map(field => (
              <TextInput
                name={field}
                type={typeOf(field)}
                label={t(`network.operator.${field}`)}
                hint={t(`network.operator.${field}-hint`)}
                value={operator[field] ?? ''}
                maxLength={300}
                unmarked
                {...(autocomplete[field] ? { autocomplete: autocomplete[field] } : {})}
              />
            ))}
          </Section>
        ))}
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
          <ButtonLink href="/network">{t('ui.cancel')}</ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}

const typeOf = (field: OperatorField) => (field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text')
