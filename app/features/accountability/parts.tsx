import { Day, Moment } from '../../ui/dates.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Badge, DefinitionList, Details, Name, Notice } from '../../ui/parts.tsx'
import { AnswerBadge } from '../commitments/answer/parts.tsx'
import { Quote } from '../commitments/history/parts.tsx'
import { StateBadges } from '../commitments/parts.tsx'
import { Line } from '../papers/parts.tsx'
import type { EntryShown } from './contract.ts'

type Shown = Omit<EntryShown, 'id'>

/** An entry as everybody reads it: the same in the preview, for its authority and in the account. `first`: the network's language. */
export function Entry({ entry, zone, first }: { entry: Shown; zone: string; first: string | undefined }) {
  const { t } = useLanguage()
  const { side, authority, wording, askedOn, dueOn, state, keptOn, markedOn, answers, line, statement, asOf } = entry
  return (
    <>
      <Quote lang={first}>{wording}</Quote>
      <DefinitionList
        items={[
          { term: t(`account.asked-of.${side}`), value: <Name>{authority}</Name> },
          { term: t(side === 'table' ? 'account.taken-on' : 'account.asked-on'), value: <Day value={askedOn} /> },
          { term: t('account.due'), value: dueOn ? <Day value={dueOn} /> : t('account.due-none') },
          {
            term: t('account.state'),
            value: (
              <>
                {keptOn ? (
                  <>
                    <Badge tone="success">{t('account.kept-badge')}</Badge> <Day value={keptOn} form="short" />
                  </>
                ) : (
                  <StateBadges state={state} daysOverdue={null} />
                )}{' '}
                <span class="muted small">
                  {t('account.as-of')} <Moment value={asOf} zone={zone} form="short" />
                </span>
              </>
            ),
          },
        ]}
      />
      {markedOn && (
        <Notice tone="warning">
          {t('account.marked')} <Day value={markedOn} form="short" />
        </Notice>
      )}
      {answers.length === 0 && side === 'authority' && <p>{t('account.no-answer')}</p>}
      {answers.length > 0 && (
        <ul class="lines">
          {answers.map(({ on, answer, wording: words, office }) => (
            <li>
              <p class="cluster">
                <AnswerBadge answer={answer} />
                {on && <Day value={on} form="short" />}
                {office && <span dir="auto">{office}</span>}
              </p>
              {words && <Quote lang={first}>{words}</Quote>}
            </li>
          ))}
        </ul>
      )}
      {line.length > 0 && (
        <Details summary={t('account.line', { count: line.length })} open={line.length < 4}>
          <Line line={line} />
        </Details>
      )}
      {statement && (
        <>
          <p class="cluster">
            <b>{t('account.statement')}</b>
            <span class="muted small">
              <Moment value={statement.at} zone={zone} form="short" />
            </span>
          </p>
          <Quote>{statement.content}</Quote>
        </>
      )}
    </>
  )
}
