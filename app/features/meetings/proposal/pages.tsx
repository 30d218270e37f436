import { Box } from '../../../ui/box.tsx'
import { Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { ButtonLink, DateInput, Form, type FormState, Select, Submit, TextArea } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, EmptyState, Name, Section } from '../../../ui/parts.tsx'
import { MeetingSubpage, MeetingWhen, meetingCrumbs } from '../parts.tsx'
import type { CallShown, ProposalLinkShown, ProposalPageShown, ProposalsShown } from './contract.ts'
import { LONGEST_REASON, LONGEST_WHY } from './model.ts'
import { DeadlineNotice, ProposalBadge, ProposalContent, ProposalFields } from './parts.tsx'

/** Proposals for a meeting's agenda: one's own, or all of them for those who decide; and the form for another. */
export function ProposalsPage({ data, form, frame }: Shown<unknown, ProposalsShown>) {
  const { t } = frame
  const { meeting, deadline, proposals, can, zone } = data
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('proposals.title')} failed={form.problems.length > 0}>
      <DeadlineNotice deadline={deadline} t={t} />
      {can.decide && (
        <ButtonLink href={`/meetings/${meeting.id}/proposals/call`} icon="mail">
          {t('proposals.call')}
        </ButtonLink>
      )}
      {proposals.length === 0 ? (
        <EmptyState icon="file" title={t('proposals.empty')} />
      ) : (
        <Section title={t(can.decide ? 'proposals.all' : 'proposals.own')} id="proposals" count={proposals.length}>
          <ul class="lines">
            {proposals.map(proposal => (
              <li id={proposal.id}>
                <h3 class="heading-small cluster">
                  <a href={`/proposals/${proposal.id}`}>
                    <Name>{proposal.title}</Name>
                  </a>
                  <ProposalBadge answer={proposal.answer} t={t} />
                </h3>
                <p class="muted small">
                  <Name>{proposal.person.name}</Name> · <Moment value={proposal.at} zone={zone} form="short" />
                </p>
                <ProposalContent proposal={proposal} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {can.propose && (
        <Section title={t('proposals.new')} id="new">
          <Form action={`/meetings/${meeting.id}/proposals`} state={form}>
            <ProposalFields t={t} />
            <Submit>{t('proposals.submit')}</Submit>
          </Form>
        </Section>
      )}
    </MeetingSubpage>
  )
}

/** One proposal: onto the agenda, or not and why. */
export function ProposalPage({ data, form, frame }: Shown<unknown, ProposalPageShown>) {
  const { t } = frame
  const { meeting, proposal, items, can, zone } = data
  const at = `/proposals/${proposal.id}`
  const about = (field: string): FormState | null =>
    form.problems.some(problem => problem.field === field) ? form : null
  return (
    <Page
      frame={frame}
      title={t('proposals.one', { title: proposal.title })}
      heading={<Name>{proposal.title}</Name>}
      lead={
        <span class="cluster">
          <Name>{meeting.name}</Name>
          <MeetingWhen meeting={meeting} />
          <ProposalBadge answer={proposal.answer} t={t} />
        </span>
      }
      breadcrumbs={[
        ...meetingCrumbs(t, meeting),
        { href: `/meetings/${meeting.id}/proposals`, label: t('proposals.title') },
      ]}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('proposals.by'), value: <Name>{proposal.person.name}</Name> },
          { term: t('proposals.at'), value: <Moment value={proposal.at} zone={zone} /> },
        ]}
      />
      <ProposalContent proposal={proposal} t={t} />
      {can.decide && (
        <>
          <Section title={t('proposals.accept')} id="accept">
            <Form action={`${at}/acceptance`} state={about('after')} id="acceptance">
              <Select
                unmarked
                name="after"
                label={t('meetings.agenda.after')}
                blank={t('meetings.agenda.before-the-end')}
                choices={items.map(({ id, number, title }) => ({
                  value: id,
                  label: `${number ?? ''} ${title}`.trim(),
                }))}
              />
              <p class="muted">{t('proposals.told')}</p>
              <Submit>{t('proposals.accept')}</Submit>
            </Form>
          </Section>
          <Section title={t('proposals.decline')} id="decline">
            <Form action={`${at}/refusal`} state={about('reason')} id="refusal">
              <TextArea
                required
                name="reason"
                label={t('proposals.reason')}
                hint={t('proposals.reason-hint')}
                maxLength={LONGEST_REASON}
              />
              <Submit kind="secondary">{t('proposals.decline')}</Submit>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}

/** Sets the day, and asks members by mail. */
export function CallPage({ data, form, frame }: Shown<unknown, CallShown>) {
  const { t } = frame
  const { meeting, deadline, today, people } = data
  return (
    <MeetingSubpage frame={frame} meeting={meeting} title={t('proposals.call')} failed={form.problems.length > 0}>
      <DeadlineNotice deadline={deadline} t={t} />
      <Form action={`/meetings/${meeting.id}/proposals/call`} state={form}>
        <DateInput
          required
          name="untilDay"
          label={t('proposals.until')}
          hint={t('proposals.until-hint')}
          value={deadline.until && deadline.until >= today ? deadline.until : ''}
          min={today}
          {...(meeting.day ? { max: meeting.day } : {})}
        />
        {people.length > 0 && (
          <fieldset class="kern-fieldset">
            <legend class="kern-label">{t('proposals.to')}</legend>
            <div class="kern-fieldset__body">
              {people.map(({ id, name }) => (
                <Box name="people" value={id} checked>
                  <Name>{name}</Name>
                </Box>
              ))}
            </div>
          </fieldset>
        )}
        <TextArea name="wording" label={t('proposals.wording')} rows={3} maxLength={LONGEST_WHY} />
        <Submit>{t('proposals.call.submit')}</Submit>
      </Form>
    </MeetingSubpage>
  )
}

/** What the link of a mail opens. Opening it changes nothing; pressing proposes. */
export function ProposalLinkPage({ data, input, form, frame }: Shown<{ secret: string }, ProposalLinkShown>) {
  const { t } = frame
  const { meeting, deadline, proposals, zone } = data
  return (
    <Page
      frame={frame}
      title={t('proposals.link.title', { meeting: meeting.name })}
      lead={t('proposals.link.lead', { name: data.name })}
      failed={form.problems.length > 0}
      unlisted
    >
      <DefinitionList items={[{ term: t('meetings.when'), value: <MeetingWhen meeting={meeting} /> }]} />
      <DeadlineNotice deadline={deadline} t={t} />
      {proposals.length > 0 && (
        <Section title={t('proposals.own')} id="proposals" count={proposals.length}>
          <ul class="lines">
            {proposals.map(proposal => (
              <li id={proposal.id}>
                <h3 class="heading-small cluster">
                  <Name>{proposal.title}</Name>
                  <ProposalBadge answer={proposal.answer} t={t} />
                </h3>
                <p class="muted small">
                  <Moment value={proposal.at} zone={zone} form="short" />
                </p>
                <ProposalContent proposal={proposal} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {deadline.open && (
        <Section title={t('proposals.new')} id="new">
          <Form action={`/links/proposals/${input.secret}`} state={form}>
            <ProposalFields t={t} />
            <p class="muted">{t('proposals.who-reads')}</p>
            <Submit>{t('proposals.submit')}</Submit>
          </Form>
        </Section>
      )}
      <p class="muted small">
        {t('invitation.link.until')} <Moment value={data.expiresAt} zone={zone} />
      </p>
    </Page>
  )
}
