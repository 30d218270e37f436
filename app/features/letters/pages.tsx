import { LONGEST_ADDRESS_LINE, MOST_ADDRESS_LINES } from '../../ground/documents/document.ts'
import { isLanguage, ownNames, type Texts } from '../../texts/texts.ts'
import { Moment } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { Downloads } from '../../ui/downloads.tsx'
import type { FormState } from '../../ui/field.tsx'
import {
  Button,
  ButtonLink,
  Checkbox,
  Form,
  HiddenInput,
  Radios,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../ui/forms.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Badge, DefinitionList, Details, EmptyState, Name, Notice, Section, Tabs } from '../../ui/parts.tsx'
import { Table } from '../../ui/table.tsx'
import { ReplacedTerms } from '../directory/term/parts.tsx'
import type { LetterList, LetterNewInput, LetterNewShown, LetterShown } from './contract.ts'
import { LONGEST_SUBJECT, LONGEST_WORDING, letterFormats, letterKinds, letterWays } from './model.ts'

function StateBadge({ state }: { state: LetterShown['state'] }) {
  const { t } = useLanguage()
  return <Badge tone={state === 'sent' ? 'success' : 'info'}>{t(`letters.state.${state}`)}</Badge>
}

/** Letters of the bodies that one leads. */
export function LettersPage({ data, frame }: Shown<unknown, LetterList>) {
  const { t } = frame
  const { letters, zone, can } = data
  return (
    <Page
      frame={frame}
      title={t('letters.title')}
      lead={t('letters.lead')}
      actions={
        can.write && (
          <ButtonLink href="/letters/new" kind="primary" icon="add">
            {t('letters.write')}
          </ButtonLink>
        )
      }
    >
      <Table
        caption={t('letters.title')}
        captionHidden
        rows={letters}
        columns={[
          {
            label: t('letters.subject'),
            cell: ({ id, subject }) => (
              <a href={`/letters/${id}`}>
                <Name>{subject}</Name>
              </a>
            ),
          },
          { label: t('letters.kind'), cell: ({ kind }) => t(`letters.kind.${kind}`) },
          { label: t('commitments.body'), cell: ({ body }) => <Name>{body.name}</Name> },
          { label: t('letters.state'), cell: ({ state }) => <StateBadge state={state} /> },
          {
            label: t('letters.when'),
            cell: ({ sent, createdAt }) => <Moment value={sent?.at ?? createdAt} zone={zone} form="short" />,
          },
        ]}
        empty={
          <EmptyState icon="mail" title={t('letters.none')}>
            {t('letters.none-why')}
          </EmptyState>
        }
      />
    </Page>
  )
}

const crumbs = (t: Texts) => [{ href: '/letters', label: t('letters.title') }]

function Words({ address, subject, wording }: { address: string; subject: string; wording: string }) {
  const { t } = useLanguage()
  return (
    <>
      <TextArea
        name="address"
        label={t('letters.address')}
        hint={t('letters.address-hint', { lines: MOST_ADDRESS_LINES, signs: LONGEST_ADDRESS_LINE })}
        value={address}
        rows={MOST_ADDRESS_LINES}
      />
      <TextInput name="subject" label={t('letters.subject')} value={subject} maxLength={LONGEST_SUBJECT} required />
      <TextArea
        name="wording"
        label={t('letters.wording')}
        hint={t('letters.wording-hint')}
        value={wording}
        maxLength={LONGEST_WORDING}
        rows={14}
        required
      />
    </>
  )
}

/** A new letter: its kind first, which proposes the words. */
export function LetterNewPage({ data, form, frame }: Shown<LetterNewInput, LetterNewShown>) {
  const { t } = frame
  const { kind, commitment, bodies, bodyId, languages } = data
  const about = commitment ? `&commitment=${commitment.id}` : ''
  return (
    <Page frame={frame} title={t('letters.write')} breadcrumbs={crumbs(t)} failed={form.problems.length > 0}>
      <Tabs
        label={t('letters.kind')}
        tabs={letterKinds.map(one => ({
          ...{ href: `/letters/new?kind=${one}${about}`, label: t(`letters.kind.${one}`), current: one === kind },
        }))}
      />
      <Form action={`/letters?kind=${kind}${about}`} state={form}>
        <HiddenInput name="kind" value={kind} />
        {commitment && (
          <>
            <p>
              {t('papers.of-commitment')} <Name>{commitment.wording}</Name>
            </p>
            <HiddenInput name="commitmentId" value={commitment.id} />
          </>
        )}
        <Select
          name="bodyId"
          label={t('letters.from')}
          value={bodyId ?? ''}
          {...(bodies.length > 1 && { blank: t('papers.choose-body') })}
          choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <Select
          name="language"
          label={t('letters.language')}
          value={languages[0]!}
          choices={languages.map(value => ({ value, label: isLanguage(value) ? ownNames[value] : value }))}
          required
        />
        <Words {...data} />
        <Submit>{t('letters.keep')}</Submit>
      </Form>
    </Page>
  )
}

/** A letter: its files, and while it is a draft its words and the way out. */
export function LetterPage({ data, form, frame }: Shown<unknown, LetterShown>) {
  const { t } = frame
  const { id, subject, can, sent, commitment, consequenceId, zone, address, wording, createdAt } = data
  const of = (field: string) => (field in form.values ? form : null)
  return (
    <Page
      frame={frame}
      title={subject}
      heading={<Name>{subject}</Name>}
      lead={<StateBadge state={data.state} />}
      breadcrumbs={crumbs(t)}
      failed={form.problems.length > 0}
    >
      <DefinitionList
        items={[
          { term: t('letters.kind'), value: t(`letters.kind.${data.kind}`) },
          { term: t('letters.from'), value: <Name>{data.body.name}</Name> },
          {
            term: t('letters.when'),
            value: (
              <span class="cluster">
                <Moment value={sent?.at ?? createdAt} zone={zone} />
                {sent && t(`letters.way.${sent.way}`)}
                {sent?.by && <Name>{sent.by}</Name>}
              </span>
            ),
          },
          ...(commitment
            ? [
                {
                  term: t('commitments.commitment'),
                  value: (
                    <a href={`/commitments/${commitment.id}`}>
                      <Name>{commitment.name}</Name>
                    </a>
                  ),
                },
              ]
            : []),
          ...(consequenceId
            ? [
                {
                  term: t('consequences.one'),
                  value: <a href={`/consequences/${consequenceId}`}>{t('consequences.kind.letter')}</a>,
                },
              ]
            : []),
        ]}
      />
      <Downloads at={`/letters/${id}`} formats={letterFormats} about={subject} />
      {sent ? (
        <>
          <Notice tone="info">{t('letters.kept')}</Notice>
          <Section title={t('letters.address')} id="address">
            <pre class="letter-text">{address}</pre>
          </Section>
          <Section title={t('letters.wording')} id="wording">
            <pre class="letter-text" dir="auto">
              {wording}
            </pre>
          </Section>
        </>
      ) : (
        <>
          <ReplacedTerms found={data.replacedTerms} />
          {can.send && <Sending data={data} state={of('approved') ?? of('way')} />}
          {can.revise && (
            <Section title={t('letters.revise')} id="revise">
              <Form action={`/letters/${id}`} state={of('wording')}>
                <HiddenInput name="from" value={String(data.revision)} />
                <Words {...data} />
                <Submit kind="secondary">{t('letters.keep')}</Submit>
              </Form>
            </Section>
          )}
          {can.discard && <Discarding data={data} state={of('approved') || of('wording') ? null : form} />}
        </>
      )}
    </Page>
  )
}

/** Named before it is gone, behind one more step. */
function Discarding({ data: { id, subject, body, revision }, state }: { data: LetterShown; state: FormState | null }) {
  const { t } = useLanguage()
  return (
    <Details summary={t('letters.discard')} open={(state?.problems.length ?? 0) > 0}>
      <Form action={`/letters/${id}/discarding`} id="discard" state={state}>
        <p>{t('letters.discard-what', { subject, body: body.name })}</p>
        <HiddenInput name="from" value={String(revision)} />
        <Button kind="danger">{t('letters.discard-now', { subject })}</Button>
      </Form>
    </Details>
  )
}

/** What goes out is named before it does: somebody says that he read it. */
function Sending({ data: { id, revision }, state }: { data: LetterShown; state: FormState | null }) {
  const { t } = useLanguage()
  return (
    <Section title={t('letters.send')} id="send">
      <Form action={`/letters/${id}/sending`} state={state}>
        <HiddenInput name="from" value={String(revision)} />
        <Radios
          name="way"
          legend={t('letters.way')}
          value="post"
          choices={letterWays.map(value => ({
            value,
            label: t(`letters.way.${value}`),
            hint: t(`letters.way-hint.${value}`),
          }))}
          required
        />
        <TextInput
          name="email"
          type="email"
          label={t('letters.email')}
          hint={t('letters.email-hint')}
          maxLength={254}
        />
        <Checkbox name="approved" label={t('letters.approved')} hint={t('letters.approved-hint')} required />
        <Submit icon="mail">{t('letters.send-now')}</Submit>
      </Form>
    </Section>
  )
}
