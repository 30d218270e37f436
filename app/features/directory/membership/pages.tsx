import { membershipRoles } from '../../../ground/schema.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Checkbox, DateInput, Form, Select, Submit } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, Name } from '../../../ui/parts.tsx'
import type { EndForm, HoldingForm, MembershipForm, ReportsForm } from '../finds.ts'
import { type Holding, isBodyCurrent, type Membership, type Named } from '../model.ts'

type Shows<Data> = Shown<unknown, Data>

export const choicesOf = (all: readonly Named[], prefix = '') =>
  all.map(({ id, name }) => ({ value: `${prefix}${id}`, label: name }))

export function MembershipNewPage({ data, form, frame }: Shows<MembershipForm>) {
  const { t } = frame
  const title = t('directory.membership.new')
  const bodies = data.bodies.filter(body => isBodyCurrent(body, data.today))
  const groups = [
    { label: t('directory.body.many'), choices: choicesOf(bodies, 'body:') },
    { label: t('directory.organization.many'), choices: choicesOf(data.organizations, 'organization:') },
  ].filter(({ choices }) => choices.length > 0)
  if (data.people.length === 0 || groups.length === 0)
    return (
      <Page frame={frame} title={title}>
        <EmptyState
          icon="people"
          title={t('directory.membership.nothing-yet')}
          action={<ButtonLink href="/people/new">{t('directory.person.new')}</ButtonLink>}
        >
          {t('directory.membership.nothing-yet-why')}
        </EmptyState>
      </Page>
    )
  return (
    <Page frame={frame} title={title} lead={t('directory.membership.new-lead')} failed={form.problems.length > 0}>
      <Form action="/memberships" state={form}>
        <Select
          name="personId"
          label={t('directory.membership.person')}
          blank={t('directory.choose')}
          choices={choicesOf(data.people)}
          {...(data.person ? { value: data.person } : {})}
          required
        />
        <Select
          name="where"
          label={t('directory.membership.place')}
          blank={t('directory.choose')}
          choices={groups}
          {...(data.where ? { value: data.where } : {})}
          required
        />
        <Select
          name="role"
          label={t('directory.membership.role')}
          value="member"
          choices={membershipRoles.map(role => ({ value: role, label: t(`directory.role.${role}`) }))}
          required
        />
        <Checkbox
          name="votingRight"
          checked
          label={t('directory.membership.voting-right')}
          hint={t('directory.membership.voting-right-hint')}
        />
        <Select
          name="onBehalfOfId"
          label={t('directory.membership.on-behalf-of')}
          hint={t('directory.membership.on-behalf-of-hint')}
          blank={t('directory.membership.nobody')}
          choices={choicesOf(data.organizations)}
        />
        <DateInput name="startDate" label={t('directory.period.first-day')} value={data.today} required />
        <DateInput name="endDate" label={t('directory.period.last-day')} hint={t('directory.period.last-day-hint')} />
        <Buttons>
          <Submit>{t('directory.membership.save')}</Submit>
        </Buttons>
      </Form>
    </Page>
  )
}

export function MembershipEndPage({ data: { found, today }, form, frame }: Shows<EndForm<Membership>>) {
  const { t } = frame
  const { id, person, body, organization, role, startDate } = found
  const place = body ?? organization
  const back = body ? `/bodies/${body.id}` : `/organizations/${organization?.id}`
  return (
    <Page
      frame={frame}
      title={t('directory.membership.ending')}
      lead={t('directory.membership.ending-lead')}
      failed={form.problems.length > 0}
    >
      <p>
        <Name>{person.name}</Name>, {t(`directory.role.${role}`)}, <Name>{place?.name}</Name>
      </p>
      <Form action={`/memberships/${id}/end`} state={form}>
        <DateInput name="endDate" label={t('directory.period.last-day')} value={today} min={startDate} required />
        <Buttons>
          <Submit>{t('directory.membership.end')}</Submit>
          <ButtonLink href={back} kind="quiet">
            {t('ui.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}

/** Which body waits for a report after each meeting of the one that the seat is in. */
export function MembershipReportsPage({ data: { found, bodies }, form, frame }: Shows<ReportsForm>) {
  const { t } = frame
  const { id, person, body, reportsTo } = found
  return (
    <Page frame={frame} title={t('seats.title')} lead={t('seats.lead')} failed={form.problems.length > 0}>
      <p>
        <Name>{person.name}</Name>, <Name>{body?.name}</Name>
      </p>
      <Form action={`/memberships/${id}/reports`} state={form}>
        <Select
          name="reportsToId"
          label={t('seats.reports-to')}
          hint={t('seats.reports-to-hint')}
          value={reportsTo?.id ?? ''}
          blank={t('seats.nobody')}
          choices={choicesOf(bodies)}
        />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
          <ButtonLink href={`/bodies/${body?.id}#memberships`} kind="quiet">
            {t('ui.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}

export function HoldingNewPage({ data: { office, people, today }, form, frame }: Shows<HoldingForm>) {
  const { t } = frame
  const title = t('directory.holding.new')
  const way = [
    { href: '/offices', label: t('directory.office.many') },
    { href: `/offices/${office.id}`, label: office.name },
  ]
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumbs={way}
      lead={t('directory.holding.lead')}
      asksAgain={office.grants === 'coordination'}
      failed={form.problems.length > 0}
    >
      <Form action={`/offices/${office.id}/holdings`} state={form}>
        <Select
          name="personId"
          label={t('directory.membership.person')}
          blank={t('directory.choose')}
          choices={choicesOf(people)}
          required
        />
        <DateInput name="startDate" label={t('directory.period.first-day')} value={today} required />
        <DateInput name="endDate" label={t('directory.period.last-day')} hint={t('directory.period.last-day-hint')} />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
        </Buttons>
      </Form>
    </Page>
  )
}

export function HoldingEndPage({ data: { found, today }, form, frame }: Shows<EndForm<Holding>>) {
  const { t } = frame
  const { id, office, person, startDate } = found
  return (
    <Page
      frame={frame}
      title={t('directory.holding.ending')}
      lead={t('directory.holding.ending-lead')}
      failed={form.problems.length > 0}
    >
      <p>
        <Name>{office.name}</Name>: <Name>{person.name}</Name>
      </p>
      <Form action={`/holdings/${id}/end`} state={form}>
        <DateInput name="endDate" label={t('directory.period.last-day')} value={today} min={startDate} required />
        <Buttons>
          <Submit>{t('directory.holding.end')}</Submit>
          <ButtonLink href={`/offices/${office.id}`} kind="quiet">
            {t('ui.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}
