import type { Texts } from '../../../texts/texts.ts'
import { Day } from '../../../ui/dates.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { DefinitionList, Name } from '../../../ui/parts.tsx'
import type { RuleName } from './contract.ts'
import { type BodyRules, type MajorityRule, matters, type Source } from './model.ts'
import type { LatestDispatch, NoticeStep } from './notice/model.ts'

type Line = { readonly rule: RuleName; readonly sentence: string; readonly source: Source }

/** Rules as sentences, each with where it comes from, in the order in which a meeting meets them. */
export function ruleLines(rules: BodyRules, t: Texts): Line[] {
  const { notice, invitation, quorum, majorities, counting, deputies, votes, interest, attendance, circular } = rules
  const both = (...sentences: (string | false)[]) => sentences.filter(Boolean).join(' ')
  return [
    {
      ...{ rule: 'notice', source: notice.source },
      sentence: both(
        t('directory.rules.notice-says', {
          ...{ length: notice.length ?? 0, unit: notice.unit, event: notice.event },
        }),
        notice.length !== null && t(notice.clear ? 'directory.rules.notice-clear' : 'directory.rules.notice-not-clear'),
        notice.urgent !== null && t('directory.rules.notice-urgent-says', { days: notice.urgent }),
      ),
    },
    {
      ...{ rule: 'invitation', source: invitation.source },
      sentence: t(`directory.rules.invitation-says.${invitation.form}`),
    },
    {
      ...{ rule: 'quorum', source: quorum.source },
      sentence: both(
        t('directory.rules.quorum-says', {
          ...{ kind: quorum.kind, number: quorum.number, by: quorum.by },
          share: t(`directory.rules.share.${quorum.share}`),
        }),
        quorum.kind !== 'none' && quorum.second && t('directory.rules.quorum-second-says'),
        quorum.kind !== 'none' && quorum.presumed && t('directory.rules.quorum-presumed-says'),
      ),
    },
    ...matters.map(matter => ({
      ...{ rule: matter, source: majorities[matter].source, sentence: majoritySays(majorities[matter], t) },
    })),
    {
      ...{ rule: 'counting', source: counting.source },
      sentence: t('directory.rules.counting-says', {
        ...{ abstentions: String(counting.abstentions), invalid: String(counting.invalid) },
      }),
    },
    { rule: 'votes', source: votes.source, sentence: t(`directory.rules.votes-says.${votes.by}`) },
    {
      ...{ rule: 'deputies', source: deputies.source },
      sentence: t('directory.rules.deputies-says', { kind: deputies.kind, most: deputies.most }),
    },
    {
      ...{ rule: 'interest', source: interest.source },
      sentence: both(t('directory.rules.interest-says'), interest.leaves && t('directory.rules.interest-leaves-says')),
    },
    {
      ...{ rule: 'attendance', source: attendance.source },
      sentence: both(
        t(`directory.rules.hybrid.${attendance.hybrid}`),
        t(`directory.rules.virtual.${attendance.virtual}`),
        (attendance.hybrid !== 'no' || attendance.virtual !== 'no') && t('directory.rules.access-says'),
      ),
    },
    {
      ...{ rule: 'circular', source: circular.source },
      sentence: both(
        t('directory.rules.circular-says', {
          ...{ kind: circular.kind, measure: t(`directory.rules.share.${circular.measure}`) },
          participation: t(`directory.rules.share.${circular.participation}`),
        }),
        circular.kind !== 'none' && t(`directory.rules.circular-form-says.${circular.form}`),
      ),
    },
  ]
}

function majoritySays({ measure, of }: MajorityRule, t: Texts): string {
  if (measure === 'relative' || measure === 'consensus') return t(`directory.rules.measure-says.${measure}`)
  return t('directory.rules.majority-says', { share: t(`directory.rules.share.${measure}`), of })
}

/** The paragraph, or at least whether it is law, statute, rules of procedure or custom. */
export const sourceSays = ({ basis, paragraph }: Source, t: Texts): string =>
  t('directory.rules.source-says', { basis: t(`directory.rules.basis.${basis}`), paragraph: paragraph || 'none' })

export function RuleList({
  rules,
  only,
  frame: { t },
}: {
  rules: BodyRules
  only?: readonly RuleName[]
  frame: Frame
}) {
  const lines = ruleLines(rules, t).filter(({ rule }) => !only || only.includes(rule))
  return (
    <DefinitionList
      items={lines.map(({ rule, sentence, source }) => ({
        term: t(`directory.rules.rule.${rule}`),
        value: (
          <>
            {sentence}
            <div class="muted small">
              <Name>{sourceSays(source, t)}</Name>
            </div>
          </>
        ),
      }))}
    />
  )
}

/** How the latest day of an invitation was found, a sentence a step. */
export function DispatchSteps({ dispatch, frame: { t } }: { dispatch: LatestDispatch; frame: Frame }) {
  return (
    <>
      {dispatch.day && (
        <p>
          <strong>
            {t('directory.rules.latest')} <Day value={dispatch.day} form="weekday" />
          </strong>
        </p>
      )}
      <ol>
        {dispatch.steps.map(step => (
          <li>
            <StepWords step={step} t={t} />
          </li>
        ))}
      </ol>
    </>
  )
}

function StepWords({ step, t }: { step: NoticeStep; t: Texts }) {
  if (step.code === 'no-period') return <>{t('directory.rules.step.no-period')}</>
  const paragraph = step.paragraph && (
    <span class="muted small">
      {' '}
      <bdi>{step.paragraph}</bdi>
    </span>
  )
  if (step.code === 'period')
    return (
      <>
        {t('directory.rules.step.period', { length: step.length, unit: step.unit })}{' '}
        <Day value={step.from} form="weekday" />
        {' – '}
        <Day value={step.until} form="weekday" />
        {paragraph}
      </>
    )
  const words = {
    meeting: () => t('directory.rules.step.meeting'),
    receipt: () => t('directory.rules.step.receipt'),
    sending: () => t('directory.rules.step.sending'),
    'rest-day': () =>
      t('directory.rules.step.rest-day', { holiday: (step.code === 'rest-day' && step.holiday) || 'none' }),
    delivery: () => t('directory.rules.step.delivery', { days: step.code === 'delivery' ? step.days : 0 }),
  }
  return (
    <>
      {words[step.code]()} <Day value={step.day} form="weekday" />
      {paragraph}
    </>
  )
}
