import { bodyKinds } from '../../../ground/schema.ts'
import { dayText } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import {
  ButtonLink,
  Buttons,
  Checkbox,
  DateInput,
  Form,
  Radios,
  Select,
  Submit,
  TextInput,
} from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Badge, Card, Cards, DefinitionList, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import type { BodyList, BodyPageData } from '../finds.ts'
import { EndedBadge, MembershipTable } from '../membership/parts.tsx'
import { type Body, bodyAudiences, isBodyCurrent } from '../model.ts'
import { RuleList } from '../rules/parts.tsx'

type Shows<Data> = Shown<unknown, Data>

export function BodiesPage({ data, frame }: Shows<BodyList>) {
  const { t } = frame
  const { bodies, today, can } = data
  const current = bodies.filter(body => isBodyCurrent(body, today))
  const ended = bodies.filter(body => !isBodyCurrent(body, today))
  const add = can.add && <ButtonLink href="/bodies/new">{t('directory.body.new')}</ButtonLink>
  const title = t('directory.body.many')
  const cards = (shown: BodyList['bodies']) => (
    <Cards>
      {shown.map(body => (
        <Card
          title={<Name>{body.name}</Name>}
          level={2}
          href={`/bodies/${body.id}`}
          preline={t(`body.kind.${body.kind}`)}
          badge={isBodyCurrent(body, today) ? null : <EndedBadge />}
          footer={body.members > 0 ? t('directory.body.members', { count: body.members }) : null}
        />
      ))}
    </Cards>
  )
  if (bodies.length === 0)
    return (
      <Page frame={frame} title={title}>
        <EmptyState icon="people" title={t('directory.body.none')} action={add}>
          {can.add ? t('directory.body.none-add') : t('directory.none-for-you')}
        </EmptyState>
      </Page>
    )
  return (
    <Page frame={frame} title={title} lead={t('directory.body.lead')} actions={add}>
      {cards(current)}
      {ended.length > 0 && <Section title={t('directory.body.ended')}>{cards(ended)}</Section>}
    </Page>
  )
}

export function BodyPage({ data, frame }: Shows<BodyPageData>) {
  const { t } = frame
  const { body, memberships, sections, today, can } = data
  const addMember = can.addMembership && (
    <ButtonLink href={`/memberships/new?body=${body.id}`} icon="add">
      {t('directory.membership.new')}
    </ButtonLink>
  )
  return (
    <Page
      frame={frame}
      title={body.name}
      heading={<Name>{body.name}</Name>}
      breadcrumbs={[{ href: '/bodies', label: t('directory.body.many') }]}
      lead={<BodyKindWords body={body} ended={!isBodyCurrent(body, today)} frame={frame} />}
      actions={can.change && <ButtonLink href={`/bodies/${body.id}/change`}>{t('ui.change')}</ButtonLink>}
    >
      <BodyFacts body={body} frame={frame} />
      <BodyRulesSection data={data} frame={frame} />
      {sections.map(section => (
        <Section title={section.title}>
          <ul>
            {section.items.map(item => (
              <li>
                <a href={item.href}>
                  <Name>{item.label}</Name>
                </a>
                {item.detail && <span class="muted"> · {item.detail}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {(memberships.length > 0 || can.addMembership) && (
        <Section title={t('directory.body.people')} id="memberships" actions={addMember}>
          {memberships.length === 0 && (
            <EmptyState icon="people" title={t('directory.body.nobody')}>
              {t('directory.body.nobody-add')}
            </EmptyState>
          )}
          <MembershipTable
            rows={memberships}
            today={today}
            caption={t('directory.body.people')}
            first="person"
            place={false}
            ending={can.endMembership ?? false}
          />
        </Section>
      )}
    </Page>
  )
}

/** The rules that people ask for most; the others stand on a page of their own. */
function BodyRulesSection({ data: { body, rules, can }, frame }: { data: BodyPageData; frame: Frame }) {
  const { t } = frame
  if (!rules && !can.changeRules) return null
  const path = `/bodies/${body.id}/rules`
  return (
    <Section
      title={t('directory.rules.title')}
      id="rules"
      actions={
        <ButtonLink href={path} kind="quiet">
          {t(rules ? 'directory.rules.all' : 'directory.rules.begin')}
        </ButtonLink>
      }
    >
      {rules ? (
        <RuleList rules={rules.rules} only={['notice', 'quorum', 'ordinary', 'votes']} frame={frame} />
      ) : (
        <p class="muted">{t('directory.rules.none-why')}</p>
      )}
    </Section>
  )
}

function BodyKindWords({ body, ended, frame: { t } }: { body: Body; ended: boolean; frame: Frame }) {
  return (
    <p>
      {t(`body.kind.${body.kind}`)} {ended && <EndedBadge />}{' '}
      {body.withoutAdministration && (
        <Badge tone="info" icon="lock">
          {t('audience.without-administration')}
        </Badge>
      )}
    </p>
  )
}

function BodyFacts({ body, frame: { t, language } }: { body: Body; frame: Frame }) {
  const day = (value: string | null) => value && dayText(language, value)
  return (
    <DefinitionList
      items={[
        { term: t('directory.short-name'), value: body.shortName && <Name>{body.shortName}</Name> },
        { term: t('directory.body.audience'), value: t(`audience.${body.audience}`) },
        { term: t('directory.period.first-day'), value: day(body.startDate) },
        { term: t('directory.period.last-day'), value: day(body.endDate) },
      ]}
    />
  )
}

export const BodyNewPage = ({ form, frame }: Shows<object>) => (
  <Page
    frame={frame}
    title={frame.t('directory.body.new')}
    breadcrumbs={[{ href: '/bodies', label: frame.t('directory.body.many') }]}
    failed={form.problems.length > 0}
  >
    <BodyForm action="/bodies" body={null} form={form} frame={frame} />
  </Page>
)

export const BodyChangePage = ({ data: body, form, frame }: Shows<Body>) => (
  <Page
    frame={frame}
    title={frame.t('directory.body.change')}
    breadcrumbs={[
      { href: '/bodies', label: frame.t('directory.body.many') },
      { href: `/bodies/${body.id}`, label: body.name },
    ]}
    failed={form.problems.length > 0}
  >
    <BodyForm action={`/bodies/${body.id}`} body={body} form={form} frame={frame} />
  </Page>
)

type BodyFormProps = { action: string; body: Body | null } & Pick<Shows<object>, 'form' | 'frame'>

function BodyForm({ action, body, form, frame: { t } }: BodyFormProps) {
  const audiences = bodyAudiences.map(value => ({ value, label: t(`audience.${value}`) }))
  return (
    <Form action={action} state={form}>
      <TextInput name="name" label={t('directory.body.name')} value={body?.name ?? ''} maxLength={200} required />
      <TextInput
        name="shortName"
        label={t('directory.short-name')}
        hint={t('directory.body.short-name-hint')}
        value={body?.shortName ?? ''}
        maxLength={40}
      />
      <Select
        name="kind"
        label={t('directory.body.kind')}
        value={body?.kind ?? 'working_group'}
        choices={bodyKinds.map(value => ({ value, label: t(`body.kind.${value}`) }))}
        required
      />
      <Radios
        name="audience"
        legend={t('directory.body.audience')}
        value={body?.audience ?? 'network'}
        choices={audiences}
        required
      />
      <Radios
        name="meetingAudience"
        legend={t('directory.body.meeting-audience')}
        value={body?.meetingAudience ?? 'body'}
        choices={audiences}
        required
      />
      <Checkbox
        name="withoutAdministration"
        label={t('audience.without-administration')}
        hint={t('audience.without-administration-hint')}
        checked={body?.withoutAdministration ?? false}
      />
      <DateInput name="startDate" label={t('directory.period.first-day')} value={body?.startDate ?? ''} />
      <DateInput name="endDate" label={t('directory.period.last-day')} value={body?.endDate ?? ''} />
      <Buttons>
        <Submit>{t('ui.save')}</Submit>
      </Buttons>
    </Form>
  )
}
