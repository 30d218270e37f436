import { organizationKinds } from '../../../ground/schema.ts'
import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Checkbox, DateInput, Form, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, DefinitionList, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { OrganizationList, OrganizationPageData } from '../finds.ts'
import { MembershipTable, NameLink } from '../membership/parts.tsx'
import type { Organization } from '../model.ts'

type Shows<Data> = Shown<unknown, Data>

export function OrganizationsPage({ data, frame }: Shows<OrganizationList>) {
  const { t } = frame
  const { organizations, insider, can } = data
  const title = t('directory.organization.many')
  const add = can.add && <ButtonLink href="/organizations/new">{t('directory.organization.new')}</ButtonLink>
  const empty = (
    <EmptyState icon="people" title={t('directory.organization.none')} action={add}>
      {insider ? t('directory.organization.none-add') : t('directory.none-for-you')}
    </EmptyState>
  )
  return (
    <Page frame={frame} title={title} actions={organizations.length > 0 && add}>
      <Table
        caption={title}
        captionHidden
        rows={organizations}
        empty={empty}
        columns={[
          { label: t('directory.name'), cell: organization => <NameLink noun="organizations" named={organization} /> },
          { label: t('directory.organization.kind'), cell: ({ kind }) => t(`directory.organization-kind.${kind}`) },
          {
            label: t('directory.organization.takes-part'),
            cell: ({ outside }) => t(outside ? 'directory.organization.outside' : 'directory.organization.inside'),
          },
        ]}
      />
    </Page>
  )
}

export function OrganizationPage({ data, frame }: Shows<OrganizationPageData>) {
  const { t } = frame
  const { organization, memberships, offices, today, can } = data
  const { id, name, shortName, kind, outside, website } = organization
  const own = memberships.filter(membership => membership.organization?.id === id)
  const seats = memberships.filter(membership => membership.organization?.id !== id)
  const tables = { today, ending: can.endMembership ?? false, first: 'person' } as const
  const add = can.addMembership && (
    <ButtonLink href={`/memberships/new?organization=${id}`} icon="add">
      {t('directory.membership.new')}
    </ButtonLink>
  )
  return (
    <Page
      frame={frame}
      title={name}
      heading={<Name>{name}</Name>}
      breadcrumbs={[{ href: '/organizations', label: t('directory.organization.many') }]}
      lead={
        <p>
          {t(`directory.organization-kind.${kind}`)}{' '}
          {outside && <Badge tone="neutral">{t('directory.organization.outside')}</Badge>}
        </p>
      }
      actions={can.change && <ButtonLink href={`/organizations/${id}/change`}>{t('ui.change')}</ButtonLink>}
    >
      <DefinitionList
        items={[
          { term: t('directory.short-name'), value: shortName && <Name>{shortName}</Name> },
          {
            term: t('directory.period.first-day'),
            value: organization.startDate && <Day value={organization.startDate} />,
          },
          { term: t('directory.period.last-day'), value: organization.endDate && <Day value={organization.endDate} /> },
          {
            term: t('directory.organization.website'),
            value: website && (
              <a href={website} rel="noreferrer">
                <Name>{website}</Name>
              </a>
            ),
          },
        ]}
      />
      <Section title={t('directory.organization.people')} id="memberships" actions={add}>
        {own.length === 0 && <p class="muted">{t('directory.organization.nobody')}</p>}
        <MembershipTable {...tables} rows={own} caption={t('directory.organization.people')} place={false} />
      </Section>
      {seats.length > 0 && (
        <Section title={t('directory.organization.seats')}>
          <MembershipTable {...tables} rows={seats} caption={t('directory.organization.seats')} />
        </Section>
      )}
      {offices.length > 0 && (
        <Section title={t('directory.office.many')}>
          <ul>
            {offices.map(office => (
              <li>
                <NameLink noun="offices" named={office} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

export const OrganizationNewPage = ({ form, frame }: Shows<object>) => (
  <Page
    frame={frame}
    title={frame.t('directory.organization.new')}
    breadcrumbs={[{ href: '/organizations', label: frame.t('directory.organization.many') }]}
    failed={form.problems.length > 0}
  >
    <OrganizationForm action="/organizations" organization={null} form={form} frame={frame} />
  </Page>
)

export const OrganizationChangePage = ({ data: organization, form, frame }: Shows<Organization>) => (
  <Page
    frame={frame}
    title={frame.t('directory.organization.change')}
    breadcrumbs={[
      { href: '/organizations', label: frame.t('directory.organization.many') },
      { href: `/organizations/${organization.id}`, label: organization.name },
    ]}
    failed={form.problems.length > 0}
  >
    <OrganizationForm
      action={`/organizations/${organization.id}`}
      organization={organization}
      form={form}
      frame={frame}
    />
  </Page>
)

type OrganizationFormProps = { action: string; organization: Organization | null } & Pick<
  Shows<object>,
  'form' | 'frame'
>

function OrganizationForm({ action, organization, form, frame: { t } }: OrganizationFormProps) {
  return (
    <Form action={action} state={form}>
      <TextInput name="name" label={t('directory.name')} value={organization?.name ?? ''} maxLength={200} required />
      <TextInput
        name="shortName"
        label={t('directory.short-name')}
        hint={t('directory.organization.short-name-hint')}
        value={organization?.shortName ?? ''}
        maxLength={40}
      />
      <Select
        name="kind"
        label={t('directory.organization.kind')}
        hint={t('directory.organization.kind-hint')}
        value={organization?.kind ?? 'civil_society'}
        choices={organizationKinds.map(value => ({ value, label: t(`directory.organization-kind.${value}`) }))}
        required
      />
      <Checkbox
        name="outside"
        label={t('directory.organization.is-outside')}
        hint={t('directory.organization.is-outside-hint')}
        checked={organization?.outside ?? false}
      />
      <TextInput
        name="website"
        type="url"
        label={t('directory.organization.website')}
        value={organization?.website ?? ''}
        maxLength={500}
      />
      <DateInput name="startDate" label={t('directory.period.first-day')} value={organization?.startDate ?? ''} />
      <DateInput
        name="endDate"
        label={t('directory.period.last-day')}
        hint={t('directory.organization.end-hint')}
        value={organization?.endDate ?? ''}
      />
      <Buttons>
        <Submit>{t('ui.save')}</Submit>
      </Buttons>
    </Form>
  )
}
