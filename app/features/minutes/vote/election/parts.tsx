import type { Texts } from '../../../../texts/texts.ts'
import { Button, Form, HiddenInput, PostButton, Submit, TextInput } from '../../../../ui/forms.tsx'
import { Badge, Details, Name, Notice, Section } from '../../../../ui/parts.tsx'
import type { ElectionShown, VoteShown } from '../contract.ts'
import { LONGEST_NAME, standingOf } from '../model.ts'
import { CountInput, VoteFacts, Withdraw } from '../parts.tsx'

type ElectionProps = {
  readonly election: ElectionShown
  /** Of the whole item; the rounds of this election are among them. */
  readonly votes: readonly VoteShown[]
  readonly zone: string
  /** The item's address for whoever records; null for everybody else. */
  readonly record: string | null
  readonly t: Texts
}

/** An election: who stands, each round with its votes, who was elected and accepts, and what comes next. */
export function Election({ election, votes, zone, record, t }: ElectionProps) {
  const rounds = votes.filter(one => one.electionId === election.id)
  const kept = rounds.filter(one => !one.withdrawn)
  const standing = standingOf(election, election.candidates, kept)
  const { elected } = standing
  const last = kept.at(-1)
  return (
    <Section title={t('vote.election', { post: election.post })} id={`election-${election.id}`}>
      <p class="muted small">{t(`vote.way.${election.secret ? 'secret' : 'open'}`)}</p>
      {election.precondition && (
        <p>
          {t('vote.precondition')}: <bdi>{election.precondition}</bdi>
        </p>
      )}
      {elected && (
        <Notice tone="success" title={t('vote.elected', { name: elected.name })}>
          {elected.answer ? t(`vote.answer.${elected.answer}`) : t('vote.answer.none')}
          {record && !elected.answer && (
            <div class="buttons">
              {(['accepted', 'declined'] as const).map(answer => (
                <PostButton
                  action={`${record}/candidacies/${elected.id}/answer`}
                  values={{ answer }}
                  about={elected.name}
                >
                  {t(`vote.says.${answer}`)}
                </PostButton>
              ))}
            </div>
          )}
        </Notice>
      )}
      <ul class="lines">
        {election.candidates.map(one => (
          <CandidateLine one={one} election={election} record={elected ? null : record} t={t} />
        ))}
      </ul>
      {rounds.length > 0 && (
        <ol class="items">
          {rounds.map(round => (
            <Round
              round={round}
              election={election}
              zone={zone}
              withdraw={record && round.id === last?.id ? `${record}/votes` : null}
              t={t}
            />
          ))}
        </ol>
      )}
      {record && !elected && (
        <Next election={election} standing={standing} record={record} number={kept.length + 1} t={t} />
      )}
    </Section>
  )
}

type Candidate = ElectionShown['candidates'][number]

function CandidateLine(props: { one: Candidate; election: ElectionShown; record: string | null; t: Texts }) {
  const { one, election, record, t } = props
  const { id, name, fulfils, answer, removed } = one
  return (
    <li>
      <p class="cluster">
        <strong>
          <Name>{name}</Name>
        </strong>
        {removed && <Badge tone="neutral">{t('vote.removed')}</Badge>}
        {answer && <Badge tone={answer === 'accepted' ? 'success' : 'warning'}>{t(`vote.answer.${answer}`)}</Badge>}
        {!removed && election.precondition && (
          <Badge tone={fulfils === null ? 'neutral' : fulfils ? 'success' : 'danger'}>
            {t(`vote.fulfils.${fulfils === null ? 'open' : fulfils ? 'yes' : 'no'}`)}
          </Badge>
        )}
      </p>
      {record && !removed && !answer && (
        <div class="buttons">
          {election.precondition && (
            <form class="buttons" method="post" action={`${record}/candidacies/${id}/check`}>
              {(['yes', 'no'] as const)
                .filter(says => fulfils === null || fulfils !== (says === 'yes'))
                .map(says => (
                  <Button name="fulfils" value={says} small about={name}>
                    {t(`vote.check.${says}`)}
                  </Button>
                ))}
            </form>
          )}
          <PostButton action={`${record}/candidacies/${id}/removal`} kind="quiet" small about={name}>
            {t('vote.remove')}
          </PostButton>
        </div>
      )}
    </li>
  )
}

type RoundProps = {
  readonly round: VoteShown
  readonly election: ElectionShown
  readonly zone: string
  readonly withdraw: string | null
  readonly t: Texts
}

function Round({ round, election, zone, withdraw, t }: RoundProps) {
  const nameOf = (id: string) => election.candidates.find(one => one.id === id)?.name ?? ''
  return (
    <li class="item" id={`vote-${round.id}`}>
      <p>
        <strong>{t('vote.round', { number: round.round ?? 1 })}</strong>
      </p>
      <ul>
        {round.votes.map(({ id, votes }) => (
          <li>
            <Name>{nameOf(id)}</Name>: {votes}{' '}
            {id === round.electedId && <Badge tone="success">{t('vote.is-elected')}</Badge>}
          </li>
        ))}
      </ul>
      <p>{t('vote.beside', { no: round.no, abstain: round.abstain, invalid: round.invalid })}</p>
      {!round.withdrawn && round.electedId === null && (
        <p>{t(round.quorum === false ? 'vote.result.no_quorum' : 'vote.nobody-elected')}</p>
      )}
      <VoteFacts vote={round} zone={zone} t={t} />
      {withdraw && <Withdraw action={`${withdraw}/${round.id}/withdrawal`} id={round.id} t={t} />}
    </li>
  )
}

type NextProps = {
  readonly election: ElectionShown
  readonly standing: ReturnType<typeof standingOf>
  readonly record: string
  readonly number: number
  readonly t: Texts
}

/** The next round as soon as everybody who stands was looked at, and the way for somebody else to stand. */
function Next({ election, standing, record, number, t }: NextProps) {
  const path = `${record}/elections/${election.id}`
  return (
    <>
      {standing.unchecked.length > 0 ? (
        <Notice tone="info" title={t('problem.candidacies-unchecked')} />
      ) : standing.standing.length === 0 ? (
        <Notice tone="info" title={t('problem.nobody-stands')} />
      ) : (
        <Form action={`${path}/rounds`} id={`round-${election.id}`}>
          <h3 class="heading-small">{t('vote.round', { number })}</h3>
          <div class="count-inputs">
            {standing.standing.map(({ id, name }, nth) => (
              <div>
                <HiddenInput name="candidacies" value={id} />
                <TextInput type="number" name="votes" nth={nth} label={name} unmarked />
              </div>
            ))}
            {(['no', 'abstain', 'invalid'] as const).map(choice => (
              <CountInput name={choice} label={t(`vote.choice.${choice}`)} />
            ))}
          </div>
          <Submit>{t('vote.keep')}</Submit>
        </Form>
      )}
      <Details summary={t('vote.add')}>
        <Form action={`${path}/candidacies`} id={`stand-${election.id}`}>
          <TextInput name="name" label={t('vote.name')} maxLength={LONGEST_NAME} required />
          <Submit kind="secondary">{t('vote.add')}</Submit>
        </Form>
      </Details>
    </>
  )
}
