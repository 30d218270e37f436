import { languages, ownNames } from '../../../texts/texts.ts'
import { Day, Moment } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import {
  ButtonLink,
  Checkbox,
  Form,
  type FormState,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, EmptyState, Notice, Section } from '../../../ui/parts.tsx'
import { AnswerBadge, LinkAnswerForm } from '../answer/parts.tsx'
import { Quote } from '../history/parts.tsx'
import { LONGEST_WORDING } from '../model.ts'
import { DueWhen, ReportBadge } from '../parts.tsx'
import { ReportFields } from '../state/parts.tsx'
import type { AskShown, LinkPageShown } from './contract.ts'

/** Asks the owner: whom, in which words, and that somebody read what leaves. */
export function AskPage({ data, form, frame }: Shown<unknown, AskShown>) {
  const { t } = frame
  const nobody = data.people.length === 0 && !data.mayWriteAddress
  return (
    <Page
      frame={frame}
      title={t('commitments.ask.title')}
      lead={t('commitments.ask.lead')}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: `/commitments/${data.id}`, label: data.wording },
      ]}
      failed={form.problems.length > 0}
    >
      {nobody ? (
        <EmptyState
          icon="mail"
          title={t('commitments.ask.nobody')}
          action={<ButtonLink href={`/commitments/${data.id}/change`}>{t('commitments.ask.change-owner')}</ButtonLink>}
        >
          {t('commitments.ask.nobody-why')}
        </EmptyState>
      ) : (
        <AskForm data={data} form={form} frame={frame} />
      )}
    </Page>
  )
}

function AskForm({ data, form, frame }: { data: AskShown; form: FormState; frame: Frame }) {
  const { t } = frame
  const { id, people, mayWriteAddress, closed, proposal, due } = data
  const to = people.map(person => ({ value: person.id, label: person.name, hint: languageName(person.language) }))
  const address = { value: 'address', label: t('commitments.ask.address'), hint: t('commitments.ask.address-hint') }
  return (
    <>
      <Notice tone={closed ? 'warning' : 'info'} title={t('commitments.ask.who-reads')}>
        <p>{t('commitments.ask.who-reads-why')}</p>
        {closed && <p>{t('commitments.ask.closed')}</p>}
      </Notice>
      {proposal === '' && (
        <Section title={t('commitments.ask.inside')}>
          <p class="muted">{t('commitments.ask.inside-why')}</p>
          <Quote lang={frame.languages[0]}>{data.wording}</Quote>
        </Section>
      )}
      <DefinitionList items={[{ term: t('commitments.due'), value: <DueWhen due={due} /> }]} />
      <Form action={`/commitments/${id}/links`} state={form}>
        <Radios
          name="to"
          legend={t('commitments.ask.to')}
          value={people[0]?.id ?? 'address'}
          choices={mayWriteAddress ? [...to, address] : to}
          required
        />
        {mayWriteAddress && (
          <>
            <TextInput name="email" type="email" label={t('commitments.ask.email')} maxLength={254} />
            <Select
              name="language"
              label={t('commitments.ask.language')}
              value={frame.languages[0] ?? 'de'}
              choices={languages.map(value => ({ value, label: ownNames[value] }))}
              unmarked
            />
          </>
        )}
        <TextArea
          name="wording"
          label={t('commitments.ask.wording')}
          hint={t(proposal === '' ? 'commitments.ask.wording-hint-empty' : 'commitments.ask.wording-hint')}
          value={proposal}
          maxLength={LONGEST_WORDING}
          rows={4}
          required
        />
        <Checkbox name="approved" label={t('commitments.ask.approved')} required />
        <Submit icon="mail">{t('commitments.ask.submit')}</Submit>
      </Form>
    </>
  )
}

const languageName = (code: string): string =>
  languages.flatMap(one => (one === code ? [ownNames[one]] : []))[0] ?? code

/** What the holder of a personal link sees. Opening it changes nothing; pressing reports. */
export function LinkPage({ data, input, form, frame }: Shown<{ secret: string }, LinkPageShown>) {
  const { t, networkName } = frame
  const { wording, dueOn, expiresAt, zone, reports, answers, isDemand } = data
  const [lastAnswer, ...earlierAnswers] = answers
  const [last, ...earlier] = reports
  return (
    <Page
      frame={frame}
      title={t('commitments.link.title')}
      lead={t('commitments.link.lead', { network: networkName })}
      failed={form.problems.length > 0}
      unlisted
    >
      {last && form.problems.length === 0 && (
        <Notice tone="success" title={t('commitments.link.thanks')}>
          <Reported report={last} zone={zone} />
        </Notice>
      )}
      <Quote lang={frame.languages[0]}>{wording}</Quote>
      {dueOn && (
        <p>
          {t('commitments.link.due')} <Day value={dueOn} form="weekday" />
        </p>
      )}
      {isDemand && (
        <Section title={t(lastAnswer ? 'answers.again' : 'answers.yours')} id="answer">
          {lastAnswer && form.problems.length === 0 && (
            <Notice tone="success" title={t('answers.thanks')}>
              <Answered said={lastAnswer} zone={zone} />
            </Notice>
          )}
          <LinkAnswerForm secret={input.secret} wording={wording} form={form} />
          {earlierAnswers.map(said => (
            <Answered said={said} zone={zone} />
          ))}
        </Section>
      )}
      <Section title={t(last ? 'commitments.link.again' : 'commitments.link.how')} id="report">
        <Form action={`/links/${input.secret}`} state={form.values.form === 'answer' ? null : form}>
          <ReportFields t={t} />
          <p class="muted">{t('commitments.link.who-reads')}</p>
          <Submit>{t('commitments.report.submit')}</Submit>
        </Form>
      </Section>
      {earlier.length > 0 && (
        <Section title={t('commitments.link.earlier')} id="earlier">
          <ul class="lines">
            {earlier.map(report => (
              <li>
                <Reported report={report} zone={zone} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p class="muted small">
        {t('commitments.link.until')} <Moment value={expiresAt} zone={zone} />
      </p>
    </Page>
  )
}

function Reported({
  report: { report, sentence, at },
  zone,
}: {
  report: LinkPageShown['reports'][number]
  zone: string
}) {
  return (
    <>
      <p class="cluster">
        <ReportBadge report={report} />
        <span class="muted small">
          <Moment value={at} zone={zone} form="short" />
        </span>
      </p>
      {sentence && <Quote>{sentence}</Quote>}
    </>
  )
}

function Answered({ said: { answer, sentence, at }, zone }: { said: LinkPageShown['answers'][number]; zone: string }) {
  return (
    <>
      <p class="cluster">
        <AnswerBadge answer={answer} />
        <span class="muted small">
          <Moment value={at} zone={zone} form="short" />
        </span>
      </p>
      {sentence && <Quote>{sentence}</Quote>}
    </>
  )
}
