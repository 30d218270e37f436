import { voteChoices, voteMatters } from '../../../ground/schema/votes.ts'
import type { Texts } from '../../../texts/texts.ts'
import { Moment } from '../../../ui/dates.tsx'
import { Form, type FormState, HiddenInput, Select, Submit, TextArea, TextInput } from '../../../ui/forms.tsx'
import { Badge, Details, Name, Notice } from '../../../ui/parts.tsx'
import type { ItemVotesShown, VoteShown } from './contract.ts'
import { LONGEST_NAME, LONGEST_POST, LONGEST_QUESTION, MOST_CANDIDATES } from './model.ts'

/** How it ended, in one word. */
function VoteResult({ vote, t }: { vote: VoteShown; t: Texts }) {
  const { accepted, quorum, withdrawn } = vote
  if (withdrawn) return <Badge tone="neutral">{t('vote.withdrawn')}</Badge>
  if (accepted === null) return <Badge tone="neutral">{t('vote.result.open')}</Badge>
  if (quorum === false) return <Badge tone="danger">{t('vote.result.no_quorum')}</Badge>
  return <Badge tone={accepted ? 'success' : 'warning'}>{t(`vote.result.${accepted ? 'accepted' : 'rejected'}`)}</Badge>
}

/** When, how many votes were in the room, how many were needed and by what; why it was withdrawn. */
export function VoteFacts({ vote, zone, t }: { vote: VoteShown; zone: string; t: Texts }) {
  const { needed, basis, paragraph, present, time, withdrawn } = vote
  return (
    <>
      <p class="muted small cluster">
        {time ? (
          <time dateTime={time}>{t('ui.time', { time })}</time>
        ) : (
          <Moment value={vote.recordedAt} zone={zone} form="short" />
        )}
        <span>{t(`vote.way.${vote.way}`)}</span>
        {present !== null && <span>{t('vote.present', { count: present })}</span>}
        {needed !== null && basis !== null && <span>{t('vote.needed', { needed, basis })}</span>}
        {paragraph && <bdi>{paragraph}</bdi>}
      </p>
      {withdrawn && (
        <Notice tone="warning" title={t('vote.withdrawn')}>
          <p dir="auto">{withdrawn.reason}</p>
        </Notice>
      )}
    </>
  )
}

type VoteToldProps = {
  readonly vote: VoteShown
  readonly zone: string
  /** Where votes are withdrawn; null for whoever does not record. */
  readonly withdraw?: string | null
  readonly t: Texts
}

/** A vote as it was recorded: the question, how it ended, the counts, who voted how where names were asked. */
export function VoteTold({ vote, zone, withdraw = null, t }: VoteToldProps) {
  const { id, question, condition, casts, withdrawn } = vote
  return (
    <li class="item" id={`vote-${id}`}>
      <p class="letter-text" dir="auto">
        {withdrawn ? <s>{question}</s> : question}
      </p>
      {condition && (
        <p class="small">
          {t('vote.condition')}: <bdi>{condition}</bdi>
        </p>
      )}
      <p class="cluster">
        <VoteResult vote={vote} t={t} />
        <span>{t('vote.counts', { yes: vote.yes, no: vote.no, abstain: vote.abstain, invalid: vote.invalid })}</span>
      </p>
      {casts.length > 0 && (
        <Details summary={t('vote.casts')}>
          <ul class="lines">
            {casts.map(({ name, choice, votes }) => (
              <li>
                <Name>{name}</Name>: {t(`vote.choice.${choice}`)}
                {votes > 1 && ` (${t('attendance.votes', { count: votes })})`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <VoteFacts vote={vote} zone={zone} t={t} />
      {withdraw && !withdrawn && <Withdraw action={`${withdraw}/${id}/withdrawal`} id={id} t={t} />}
    </li>
  )
}

/** Taking back what was recorded wrongly: it stays to be read as withdrawn. */
export function Withdraw({ action, id, t }: { action: string; id: string; t: Texts }) {
  return (
    <Details summary={t('vote.withdraw')}>
      <Form action={action} id={`withdraw-${id}`}>
        <p>{t('vote.withdraw-how')}</p>
        <TextInput name="reason" label={t('vote.withdraw-reason')} maxLength={LONGEST_QUESTION} required />
        <Submit kind="danger">{t('vote.withdraw')}</Submit>
      </Form>
    </Details>
  )
}

/** Counts that are beside the votes for something or somebody. */
export const CountInput = ({ name, label }: { name: string; label: string }) => (
  <TextInput type="number" name={name} label={label} unmarked />
)

type VoteFormProps = {
  readonly action: string
  readonly way: 'open' | 'by_name' | 'secret'
  readonly recording: NonNullable<ItemVotesShown['recording']>
  readonly form: FormState
  readonly t: Texts
}

export function VoteForm({ action, way, recording: { voters, present }, form, t }: VoteFormProps) {
  return (
    <Form action={action} id="vote" state={'question' in form.values ? form : null}>
      <HiddenInput name="way" value={way} />
      {way === 'secret' && <p>{t('vote.secret-how')}</p>}
      <TextArea
        name="question"
        label={t('vote.question')}
        hint={t('vote.question-hint')}
        maxLength={LONGEST_QUESTION}
        rows={2}
        required
      />
      <TextInput
        name="condition"
        label={t('vote.condition')}
        hint={t('vote.condition-hint')}
        maxLength={LONGEST_QUESTION}
      />
      <Select
        name="matter"
        label={t('vote.matter')}
        value="ordinary"
        required
        choices={voteMatters
          .filter(matter => matter !== 'election')
          .map(matter => ({ value: matter, label: t(`directory.rules.rule.${matter}`) }))}
      />
      {way === 'by_name' ? (
        voters.length === 0 ? (
          <Notice tone="warning" title={t('vote.nobody-votes')} />
        ) : (
          voters.map(({ personId, name, votes }, nth) => (
            <Select
              name="casts"
              nth={nth}
              label={votes > 1 ? `${name} (${t('attendance.votes', { count: votes })})` : name}
              blank={t('vote.not-voted')}
              choices={voteChoices.map(choice => ({
                value: `${personId}~${choice}`,
                label: t(`vote.choice.${choice}`),
              }))}
              unmarked
            />
          ))
        )
      ) : (
        <>
          {present !== null && <p class="muted">{t('vote.present', { count: present })}</p>}
          <div class="count-inputs">
            {voteChoices.map(choice => (
              <CountInput name={choice} label={t(`vote.choice.${choice}`)} />
            ))}
          </div>
        </>
      )}
      <Submit>{t('vote.keep')}</Submit>
    </Form>
  )
}

export function ElectionForm({ action, form, t }: { action: string; form: FormState; t: Texts }) {
  return (
    <Form action={action} id="election" state={'post' in form.values ? form : null}>
      <TextInput name="post" label={t('vote.post')} hint={t('vote.post-hint')} maxLength={LONGEST_POST} required />
      <TextInput
        name="precondition"
        label={t('vote.precondition')}
        hint={t('vote.precondition-hint')}
        maxLength={LONGEST_QUESTION}
      />
      <Select
        name="secret"
        label={t('vote.how')}
        value="yes"
        required
        choices={[
          { value: 'yes', label: t('vote.way.secret') },
          { value: '', label: t('vote.way.open') },
        ]}
      />
      <TextArea
        name="candidates"
        label={t('vote.candidates')}
        hint={t('vote.candidates-hint')}
        maxLength={LONGEST_NAME * MOST_CANDIDATES}
        rows={4}
        required
      />
      <Submit>{t('vote.open-election')}</Submit>
    </Form>
  )
}
