import { isLanguage, ownNames } from '../../../texts/texts.ts'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, Buttons, Form, PostButton, Select, Submit, TextInput } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PersonList, PersonPageData } from '../finds.ts'
import { HoldingTable, MembershipTable, NameLink, PlaceLink } from '../membership/parts.tsx'
import type { PersonCard } from '../model.ts'

type Shows<Data> = Shown<unknown, Data>

export function PeoplePage({ data, frame }: Shows<PersonList>) {
  const { t } = frame
  const { people, insider, can } = data
  const title = t('directory.person.many')
  const add = can.add && <ButtonLink href="/people/new">{t('directory.person.new')}</ButtonLink>
  const empty = (
    <EmptyState icon="people" title={t('directory.person.none')} action={add}>
      {insider ? t('directory.person.none-add') : t('directory.none-for-you')}
    </EmptyState>
  )
  return (
    <Page frame={frame} title={title} actions={people.length > 0 && add} unlisted>
      <Table
        caption={title}
        captionHidden
        rows={people}
        empty={empty}
        columns={[
          { label: t('directory.name'), cell: person => <NameLink noun="people" named={person} /> },
          {
            label: t('directory.person.belongs-to'),
            cell: ({ memberships }) =>
              memberships.length > 0
                ? memberships.map(membership => (
                    <div>
                      <PlaceLink membership={membership} />{' '}
                      <span class="muted">· {t(`directory.role.${membership.role}`)}</span>
                    </div>
                  ))
                : null,
          },
        ]}
      />
    </Page>
  )
}

export function PersonPage({ data, frame }: Shows<PersonPageData>) {
  const { t } = frame
  const { person, memberships, holdings, today, can } = data
  const { contact } = person
  const add = can.addMembership && (
    <ButtonLink href={`/memberships/new?person=${person.id}`} icon="add">
      {t('directory.membership.new')}
    </ButtonLink>
  )
  return (
    <Page
      frame={frame}
      title={person.name}
      heading={<Name>{person.name}</Name>}
      breadcrumbs={[{ href: '/people', label: t('directory.person.many') }]}
      actions={
        can.change && (
          <>
            <ButtonLink href={`/people/${person.id}/consents`}>{t('directory.person.consents')}</ButtonLink>
            <ButtonLink href={`/privacy/people/${person.id}`}>{t('directory.person.privacy')}</ButtonLink>
            <ButtonLink href={`/people/${person.id}/change`}>{t('ui.change')}</ButtonLink>
          </>
        )
      }
      unlisted
    >
      {contact && (
        <DefinitionList
          items={[
            {
              term: t('directory.person.email'),
              value: <Email email={contact.email} none={t('directory.person.no-email')} />,
            },
            {
              term: t('directory.person.language'),
              value: isLanguage(contact.language) ? ownNames[contact.language] : null,
            },
          ]}
        />
      )}
      <Section title={t('directory.person.belongs-to')} id="memberships" actions={add}>
        {memberships.length === 0 && <p class="muted">{t('directory.person.nowhere')}</p>}
        <MembershipTable
          rows={memberships}
          today={today}
          caption={t('directory.person.belongs-to')}
          first="place"
          ending={can.endMembership ?? false}
        />
      </Section>
      {can.signOut && contact?.email && (
        <Section title={t('directory.person.access')}>
          <p>{t('directory.person.sign-out-why')}</p>
          <PostButton action={`/people/${person.id}/sign-out`}>{t('directory.person.sign-out')}</PostButton>
        </Section>
      )}
      {holdings.length > 0 && (
        <Section title={t('directory.office.many')}>
          <HoldingTable
            rows={holdings}
            today={today}
            caption={t('directory.office.many')}
            first="office"
            ending={false}
          />
        </Section>
      )}
    </Page>
  )
}

function Email({ email, none }: { email: string | null; none: string }) {
  if (email === null) return <span class="muted">{none}</span>
  return (
    <a href={`mailto:${encodeURIComponent(email)}`}>
      <Name>{email}</Name>
    </a>
  )
}

export const PersonNewPage = ({ form, frame }: Shows<object>) => (
  <Page
    frame={frame}
    title={frame.t('directory.person.new')}
    breadcrumbs={[{ href: '/people', label: frame.t('directory.person.many') }]}
    failed={form.problems.length > 0}
  >
    <PersonForm action="/people" person={null} form={form} frame={frame} />
  </Page>
)

export const PersonChangePage = ({ data: person, form, frame }: Shows<PersonCard>) => (
  <Page
    frame={frame}
    title={frame.t('directory.person.change')}
    breadcrumbs={[
      { href: '/people', label: frame.t('directory.person.many') },
      { href: `/people/${person.id}`, label: person.name },
    ]}
    failed={form.problems.length > 0}
  >
    <PersonForm action={`/people/${person.id}`} person={person} form={form} frame={frame} />
  </Page>
)

type PersonFormProps = { action: string; person: PersonCard | null } & Pick<Shows<object>, 'form' | 'frame'>

function PersonForm({ action, person, form, frame: { t, languages } }: PersonFormProps) {
  const hint = t(person ? 'directory.person.email-change-hint' : 'directory.person.email-hint')
  return (
    <Form action={action} state={form}>
      <TextInput name="name" label={t('directory.name')} value={person?.name ?? ''} maxLength={200} required />
      <TextInput
        name="email"
        type="email"
        label={t('directory.person.email')}
        hint={hint}
        value={person?.contact?.email ?? ''}
        maxLength={254}
      />
      <Select
        name="language"
        label={t('directory.person.language')}
        value={person?.contact?.language ?? languages[0] ?? 'de'}
        choices={languages.map(value => ({ value, label: ownNames[value] }))}
        required
      />
      <Buttons>
        <Submit>{t('ui.save')}</Submit>
      </Buttons>
    </Form>
  )
}
