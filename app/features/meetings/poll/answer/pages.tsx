import { Day, Moment } from '../../../../ui/dates.tsx'
import type { Shown } from '../../../../ui/doors.tsx'
import { Form, Submit } from '../../../../ui/forms.tsx'
import { Page } from '../../../../ui/page.tsx'
import { DefinitionList, Name, Notice, Section } from '../../../../ui/parts.tsx'
import type { PollLinkShown } from '../contract.ts'
import { choiceText } from '../mails.tsx'
import { PollFields, SaidLast } from '../parts.tsx'

/** What the link in a poll's mail opens. Opening it changes nothing; pressing answers. */
export function PollLinkPage({ data, input, form, frame }: Shown<{ secret: string }, PollLinkShown>) {
  const { t, language } = frame
  const { kind, question, said, choices, closed, zone } = data
  return (
    <Page
      frame={frame}
      title={question}
      heading={<Name>{question}</Name>}
      lead={t('invitation.link.lead', { name: data.name })}
      failed={form.problems.length > 0}
      unlisted
    >
      {closed && (
        <Notice tone="info" title={t('poll.closed')}>
          {kind === 'date' &&
            (closed.chosen
              ? t('poll.closed-with', { when: choiceText(t, language, closed.chosen) })
              : t('poll.closed-without'))}
        </Notice>
      )}
      {data.wording && <p class="letter-text">{data.wording}</p>}
      {kind === 'opinion' && <Notice tone="info">{t('poll.not-a-decision')}</Notice>}
      <DefinitionList
        items={[
          { term: t('meetings.place'), value: data.place && <Name>{data.place}</Name> },
          { term: t('poll.until'), value: closed ? null : <Day value={data.untilDay} form="weekday" /> },
        ]}
      />
      {said && (
        <Section title={t('invitation.own')} id="said">
          <SaidLast said={said} choices={choices} zone={zone} />
        </Section>
      )}
      {!closed && (
        <Section title={t(said ? 'invitation.link.again' : 'invitation.link.how')} id="answer">
          <Form action={`/links/poll/${input.secret}`} state={form}>
            <PollFields kind={kind} choices={choices} said={said} />
            <Submit>{t('invitation.answer.submit')}</Submit>
          </Form>
        </Section>
      )}
      <p class="muted small">
        {t('invitation.link.until')} <Moment value={data.expiresAt} zone={zone} />
      </p>
    </Page>
  )
}
