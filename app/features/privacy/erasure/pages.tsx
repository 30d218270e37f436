import type { Shown } from '../../../ui/doors.tsx'
import { Button, ButtonLink, Buttons, Form, Radios, Submit, TextArea, TextInput } from '../../../ui/forms.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Page } from '../../../ui/page.tsx'
import { Details, Notice, Section } from '../../../ui/parts.tsx'
import { closedField, fieldOf } from './contract.ts'
import type { ErasurePreview, Line, RecordCount } from './model.ts'

type Shows = Shown<unknown, ErasurePreview>
type Part = { readonly data: ErasurePreview; readonly frame: Frame }

/** What an erasure will do, before it is done; the form that does it asks for the name once more. */
export function ErasurePage({ data, form, frame }: Shows) {
  const { t } = frame
  const { person, request } = data
  return (
    <Page
      frame={frame}
      title={t('privacy.erase.title', { name: person.name })}
      lead={t('privacy.erase.lead')}
      breadcrumbs={[
        { href: '/privacy/overview', label: t('privacy.overview.title') },
        { href: `/privacy/people/${person.id}`, label: person.name },
      ]}
      failed={form.problems.length > 0}
      asksAgain
      unlisted
    >
      <What data={data} frame={frame} />
      <Lines data={data} frame={frame} />
      <Form action={`/privacy/people/${person.id}/erasure`} state={form}>
        <Questions data={data} frame={frame} />
        <Section title={t('privacy.erase.confirm')}>
          <Notice tone="warning">{t('privacy.erase.final')}</Notice>
          <TextInput
            name="name"
            label={t('privacy.erase.name')}
            hint={t('privacy.erase.name-hint', { name: person.name })}
            required
          />
          <Buttons>
            <Submit kind="danger">{t('privacy.erase.do')}</Submit>
            <ButtonLink href={`/privacy/people/${person.id}`}>{t('ui.cancel')}</ButtonLink>
          </Buttons>
        </Section>
      </Form>
      {request && (
        <Section title={t('privacy.decline.title')}>
          <p>{t('privacy.decline.lead')}</p>
          <Form action={`/privacy/erasures/${request.id}/decline`} id="decline">
            <TextArea name="reason" label={t('privacy.decline.reason')} maxLength={1000} required />
            <Buttons>
              <Button>{t('privacy.decline.do')}</Button>
            </Buttons>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function What({ data, frame }: Part) {
  const { t } = frame
  return (
    <Section title={t('privacy.erase.what')}>
      <h3>{t('privacy.erase.removed')}</h3>
      <Counts counts={data.removed} frame={frame} />
      <h3>{t('privacy.erase.redacted')}</h3>
      <Counts counts={data.redacted} frame={frame} />
      <h3>{t('privacy.erase.stays')}</h3>
      <ul>
        {data.stays.map(({ ground, count }) => (
          <li>{t(`privacy.ground.${ground}`, { count })}</li>
        ))}
        <li>{t('privacy.erase.minutes-stay')}</li>
      </ul>
      {data.inImprint && (
        <Notice tone="warning">
          <a href="/network/operator">{t('privacy.erase.imprint')}</a>
        </Notice>
      )}
    </Section>
  )
}

function Counts({ counts, frame: { t } }: { counts: readonly RecordCount[]; frame: Frame }) {
  if (counts.length === 0) return <p class="muted">{t('privacy.erase.nothing')}</p>
  return (
    <ul>
      {counts.map(({ record, count }) => (
        <li>
          {t(`privacy.record.${record}`)}: {count}
        </li>
      ))}
    </ul>
  )
}

function Lines({ data: { lines, more, closed }, frame: { t } }: Part) {
  return (
    <Section title={t('privacy.erase.lines')} count={lines.length + more}>
      {closed > 0 && <p>{t('privacy.erase.closed', { count: closed })}</p>}
      {lines.length > 0 && (
        <Details summary={t('privacy.erase.show-lines', { count: lines.length })}>
          <ul>
            {lines.map(line => (
              <li>
                <Pieces line={line} />
              </li>
            ))}
          </ul>
          {more > 0 && <p>{t('privacy.erase.more', { count: more })}</p>}
        </Details>
      )}
    </Section>
  )
}

/** A line with what will be taken out marked. */
const Pieces = ({ line: { pieces } }: { line: Line }) => (
  <bdi>{pieces.map((piece, at) => (at % 2 === 1 ? <mark>{piece}</mark> : piece))}</bdi>
)

function Questions({ data: { questions, closedQuestions }, frame: { t } }: Part) {
  if (questions.length === 0 && closedQuestions === 0) return null
  const choices = [
    { value: 'remove', label: t('privacy.erase.remove') },
    { value: 'leave', label: t('privacy.erase.leave') },
  ]
  return (
    <Section title={t('privacy.erase.questions')} count={questions.length}>
      <p>{t('privacy.erase.questions-lead')}</p>
      {questions.map(question => (
        <Radios
          name={fieldOf(question.key)}
          legend={
            <>
              <Pieces line={question} /> {question.count > 1 && t('privacy.erase.places', { count: question.count })}
            </>
          }
          choices={choices}
          required
        />
      ))}
      {closedQuestions > 0 && (
        <Radios
          name={closedField}
          legend={t('privacy.erase.closed-questions', { count: closedQuestions })}
          choices={choices}
          value="remove"
          required
        />
      )}
    </Section>
  )
}
