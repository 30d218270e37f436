import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Form, Radios, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { Badge, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { OfficeForm as OfficeFormData, OfficeList, OfficePageData } from '../finds.ts'
import { choicesOf } from '../membership/pages.tsx'
import { HoldingTable, NameLink } from '../membership/parts.tsx'

type Shows<Data> = Shown<unknown, Data>

export function OfficesPage({ data, frame }: Shows<OfficeList>) {
  const { t } = frame
  const { offices, insider, can } = data
  const title = t('directory.office.many')
  const add = can.add && <ButtonLink href="/offices/new">{t('directory.office.new')}</ButtonLink>
  const empty = (
    <EmptyState icon="person" title={t('directory.office.none')} action={add}>
      {insider ? t('directory.office.none-add') : t('directory.none-for-you')}
    </EmptyState>
  )
  return (
    <Page frame={frame} title={title} lead={t('directory.office.lead')} actions={offices.length > 0 && add}>
      <Table
        caption={title}
        captionHidden
        rows={offices}
        empty={empty}
        columns={[
          { label: t('directory.name'), cell: office => <NameLink noun="offices" named={office} /> },
          {
            label: t('directory.office.holders'),
            cell: ({ holders }) =>
              holders.length === 0 ? (
                <Badge tone="warning">{t('directory.office.vacant')}</Badge>
              ) : (
                holders.map(holder => (
                  <div>
                    <NameLink noun="people" named={holder} />
                  </div>
                ))
              ),
          },
          {
            label: t('directory.organization.one'),
            cell: ({ organization }) => organization && <NameLink noun="organizations" named={organization} />,
          },
        ]}
      />
    </Page>
  )
}

export function OfficePage({ data, frame }: Shows<OfficePageData>) {
  const { t } = frame
  const { office, holdings, today, can } = data
  const add = can.addHolding && (
    <ButtonLink href={`/offices/${office.id}/holdings/new`} icon="add">
      {t('directory.holding.new')}
    </ButtonLink>
  )
  return (
    <Page
      frame={frame}
      title={office.name}
      heading={<Name>{office.name}</Name>}
      breadcrumbs={[{ href: '/offices', label: t('directory.office.many') }]}
      lead={
        <>
          {office.organization && (
            <p>
              <NameLink noun="organizations" named={office.organization} />
            </p>
          )}
          {office.grants === 'coordination' && <p>{t('directory.office.coordinates')}</p>}
        </>
      }
      actions={can.change && <ButtonLink href={`/offices/${office.id}/change`}>{t('ui.change')}</ButtonLink>}
    >
      <Section title={t('directory.office.holders')} id="holdings" actions={add}>
        {holdings.length === 0 && <p class="muted">{t('directory.office.nobody')}</p>}
        <HoldingTable
          rows={holdings}
          today={today}
          caption={t('directory.office.holders')}
          first="person"
          ending={can.endHolding ?? false}
        />
      </Section>
    </Page>
  )
}

export function OfficeFormPage({ data: { office, organizations }, form, frame }: Shows<OfficeFormData>) {
  const { t } = frame
  const way = [{ href: '/offices', label: t('directory.office.many') }]
  if (office) way.push({ href: `/offices/${office.id}`, label: office.name })
  const grants = (['nothing', 'coordination'] as const).map(value => ({
    value,
    label: t(`directory.office-grants.${value}`),
    hint: t(`directory.office-grants.${value}-hint`),
  }))
  return (
    <Page
      frame={frame}
      title={t(office ? 'directory.office.change' : 'directory.office.new')}
      asksAgain={office?.grants === 'coordination'}
      breadcrumbs={way}
      failed={form.problems.length > 0}
    >
      <Form action={office ? `/offices/${office.id}` : '/offices'} state={form}>
        <TextInput
          name="name"
          label={t('directory.name')}
          hint={t('directory.office.name-hint')}
          value={office?.name ?? ''}
          maxLength={200}
          required
        />
        <Select
          name="organizationId"
          label={t('directory.organization.one')}
          blank={t('directory.office.of-network')}
          value={office?.organization?.id ?? ''}
          choices={choicesOf(organizations)}
        />
        <Radios
          name="grants"
          legend={t('directory.office.grants')}
          value={office?.grants ?? 'nothing'}
          choices={grants}
          required
        />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
        </Buttons>
      </Form>
    </Page>
  )
}
