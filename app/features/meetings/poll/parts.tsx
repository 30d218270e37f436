import type { PollAnswer, PollKind } from '../../../ground/schema/polls.ts'
import { pollAnswers } from '../../../ground/schema/polls.ts'
import { Moment } from '../../../ui/dates.tsx'
import { HiddenInput, Radios, TextInput } from '../../../ui/forms.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name, type Tone } from '../../../ui/parts.tsx'
import { Against } from '../parts.tsx'
import type { ChoiceShown, SaidShown } from './contract.ts'
import { choiceText } from './mails.tsx'

const looks: Readonly<Record<PollAnswer, { tone: Tone; icon: IconName }>> = {
  yes: { tone: 'success', icon: 'check' },
  maybe: { tone: 'warning', icon: 'question' },
  no: { tone: 'danger', icon: 'close' },
}

export function PollAnswerBadge({ answer }: { answer: PollAnswer | undefined }) {
  const { t } = useLanguage()
  if (!answer) return <span class="muted">–</span>
  return <Badge {...looks[answer]}>{t(`poll.answer.${answer}`)}</Badge>
}

export function ChoiceWords({ choice }: { choice: ChoiceShown }) {
  const { t, language } = useLanguage()
  return <Name>{choiceText(t, language, choice)}</Name>
}

type FieldsProps = { kind: PollKind; choices: readonly ChoiceShown[]; said: SaidShown | null }

/** Per day yes, if need be or no; of an opinion one of the choices. It begins with what was said before. */
export function PollFields({ kind, choices, said }: FieldsProps) {
  const { t, language } = useLanguage()
  const chosen = Object.keys(said?.answers ?? {})[0] ?? ''
  return (
    <>
      {kind === 'opinion' ? (
        <Radios
          name="choice"
          legend={t('poll.answer.opinion')}
          value={chosen}
          choices={choices.map(choice => ({ value: choice.id, label: choiceText(t, language, choice) }))}
          required
        />
      ) : (
        <>
          <HiddenInput name="choice" value="" />
          {choices.map(choice => (
            <div class="poll-day">
              <Radios
                name={choice.id}
                legend={choiceText(t, language, choice)}
                value={said?.answers[choice.id] ?? ''}
                choices={pollAnswers.map(value => ({ value, label: t(`poll.answer.${value}`) }))}
                unmarked
              />
              <Against one={choice} />
            </div>
          ))}
        </>
      )}
      <TextInput name="note" label={t('poll.answer.note')} value={said?.note ?? ''} maxLength={500} />
      <p class="muted">{t(`poll.answer.who-reads.${kind}`)}</p>
    </>
  )
}

/** What somebody said last. */
export function SaidLast({ said, choices, zone }: { said: SaidShown; choices: readonly ChoiceShown[]; zone: string }) {
  return (
    <>
      <ul>
        {choices
          .filter(({ id }) => said.answers[id])
          .map(choice => (
            <li>
              <ChoiceWords choice={choice} />
              {choice.day && (
                <>
                  : <PollAnswerBadge answer={said.answers[choice.id]} />
                </>
              )}
            </li>
          ))}
      </ul>
      {said.note && (
        <p>
          <Name>{said.note}</Name>
        </p>
      )}
      <p class="muted small">
        <Moment value={said.at} zone={zone} form="short" />
      </p>
    </>
  )
}
