import type { ComponentChildren } from 'preact'
import type { Texts } from '../../../../texts/texts.ts'
import type { Shown } from '../../../../ui/doors.tsx'
import { ButtonLink, Buttons, Checkbox, DateInput, Form, Select, Submit, TextInput } from '../../../../ui/forms.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Notice } from '../../../../ui/parts.tsx'
import type { RuleName, RulesFormShown } from '../contract.ts'
import * as model from '../model.ts'
import { presets } from '../preset/model.ts'

/** One question a field, grouped by rule; each rule ends with where it comes from. */
export function RulesChangePage({ data, form, frame }: Shown<unknown, RulesFormShown>) {
  const { t } = frame
  const { body, rules, preset, code, today } = data
  const path = `/bodies/${body.id}/rules`
  const fields: FieldsProps = { rules, t }
  return (
    <Page
      frame={frame}
      title={t('directory.rules.change')}
      lead={t('directory.rules.change-lead')}
      breadcrumbs={[
        { href: `/bodies/${body.id}`, label: body.name },
        { href: path, label: t('directory.rules.title') },
      ]}
      failed={form.problems.length > 0}
    >
      <p>{t('directory.rules.begin-with')}</p>
      <ul>
        {presets.map(one => (
          <li>
            {one === preset ? (
              <strong>{t(`directory.rules.preset.${one}`)}</strong>
            ) : (
              <a href={`${path}/change?preset=${one}`}>{t(`directory.rules.preset.${one}`)}</a>
            )}
          </li>
        ))}
      </ul>
      {preset === 'municipal' && (
        <Notice tone="warning">{t('directory.rules.municipal-note', { code: code ?? 'none' })}</Notice>
      )}
      <Form action={path} state={form}>
        <DateInput
          name="validFrom"
          label={t('directory.rules.valid-from')}
          hint={t('directory.rules.valid-from-hint')}
          value={today}
          required
        />
        <NoticeFields {...fields} />
        <QuorumFields {...fields} />
        {model.matters.map(matter => (
          <MajorityFields matter={matter} {...fields} />
        ))}
        <VoteFields {...fields} />
        <AfarFields {...fields} />
        <Buttons>
          <Submit>{t('ui.save')}</Submit>
          <ButtonLink href={path} kind="quiet">
            {t('ui.cancel')}
          </ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}

type FieldsProps = { readonly rules: model.BodyRules; readonly t: Texts }

function Rule(props: { rule: RuleName; source: model.Source; t: Texts; children: ComponentChildren }) {
  const { rule, source, t, children } = props
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">{t(`directory.rules.rule.${rule}`)}</legend>
      <div class="kern-fieldset__body">
        {children}
        <Choice
          name={`${rule}Basis`}
          label={t('directory.rules.basis')}
          value={source.basis}
          among={model.bases}
          says={value => t(`directory.rules.basis.${value}`)}
        />
        <TextInput
          name={`${rule}Paragraph`}
          label={t('directory.rules.paragraph')}
          value={source.paragraph}
          maxLength={120}
        />
      </div>
    </fieldset>
  )
}

type ChoiceProps<V extends string> = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: V
  readonly among: readonly V[]
  says(value: V): string
}

/** One of a few that a rule knows. */
const Choice = <V extends string>({ among, says, ...field }: ChoiceProps<V>) => (
  <Select unmarked {...field} choices={among.map(value => ({ value, label: says(value) }))} />
)

function NoticeFields({ rules: { notice, invitation }, t }: FieldsProps) {
  return (
    <>
      <Rule rule="notice" source={notice.source} t={t}>
        <TextInput
          name="noticeLength"
          type="number"
          label={t('directory.rules.notice-length')}
          hint={t('directory.rules.notice-length-hint')}
          value={notice.length === null ? '' : String(notice.length)}
        />
        <Choice
          name="noticeUnit"
          label={t('directory.rules.notice-unit')}
          value={notice.unit}
          among={model.noticeUnits}
          says={value => t(`directory.rules.unit.${value}`)}
        />
        <Choice
          name="noticeEvent"
          label={t('directory.rules.notice-event')}
          hint={t('directory.rules.notice-event-hint')}
          value={notice.event}
          among={model.noticeEvents}
          says={value => t(`directory.rules.event.${value}`)}
        />
        <Checkbox name="noticeClear" label={t('directory.rules.notice-clear')} checked={notice.clear} />
        <TextInput
          required
          name="noticeDelivery"
          type="number"
          label={t('directory.rules.notice-delivery')}
          value={String(notice.delivery)}
        />
        <TextInput
          name="noticeUrgent"
          type="number"
          label={t('directory.rules.notice-urgent')}
          hint={t('directory.rules.notice-urgent-hint')}
          value={notice.urgent === null ? '' : String(notice.urgent)}
        />
      </Rule>
      <Rule rule="invitation" source={invitation.source} t={t}>
        <Choice
          name="invitationForm"
          label={t('directory.rules.rule.invitation')}
          value={invitation.form}
          among={model.invitationForms}
          says={value => t(`directory.rules.invitation-says.${value}`)}
        />
      </Rule>
    </>
  )
}

function QuorumFields({ rules: { quorum }, t }: FieldsProps) {
  return (
    <Rule rule="quorum" source={quorum.source} t={t}>
      <Choice
        name="quorumKind"
        label={t('directory.rules.quorum-kind')}
        value={quorum.kind}
        among={model.quorumKinds}
        says={value => t(`directory.rules.quorum-kind.${value}`)}
      />
      <TextInput
        unmarked
        name="quorumNumber"
        type="number"
        label={t('directory.rules.quorum-number')}
        value={String(quorum.number)}
      />
      <Choice
        name="quorumShare"
        label={t('directory.rules.quorum-share')}
        value={quorum.share}
        among={model.shares}
        says={value => t(`directory.rules.share.${value}`)}
      />
      <Choice
        name="quorumBy"
        label={t('directory.rules.counted-by')}
        value={quorum.by}
        among={model.votersBy}
        says={value => t(`directory.rules.by.${value}`)}
      />
      <Checkbox name="quorumSecond" label={t('directory.rules.quorum-second')} checked={quorum.second} />
      <Checkbox name="quorumPresumed" label={t('directory.rules.quorum-presumed')} checked={quorum.presumed} />
    </Rule>
  )
}

function MajorityFields({ matter, rules: { majorities }, t }: FieldsProps & { matter: model.Matter }) {
  const { measure, of, source } = majorities[matter]
  return (
    <Rule rule={matter} source={source} t={t}>
      <Choice
        name={`${matter}Measure`}
        label={t('directory.rules.majority')}
        value={measure}
        among={[...model.shares, 'relative', 'consensus']}
        says={value =>
          value === 'relative' || value === 'consensus'
            ? t(`directory.rules.measure.${value}`)
            : t(`directory.rules.share.${value}`)
        }
      />
      <Choice
        name={`${matter}Of`}
        label={t('directory.rules.majority-of')}
        value={of}
        among={model.majorityBases}
        says={value => t(`directory.rules.of.${value}`)}
      />
    </Rule>
  )
}

function VoteFields({ rules: { counting, votes, deputies, interest }, t }: FieldsProps) {
  return (
    <>
      <Rule rule="counting" source={counting.source} t={t}>
        <Checkbox
          name="countAbstentions"
          label={t('directory.rules.count-abstentions')}
          checked={counting.abstentions}
        />
        <Checkbox name="countInvalid" label={t('directory.rules.count-invalid')} checked={counting.invalid} />
      </Rule>
      <Rule rule="votes" source={votes.source} t={t}>
        <Choice
          name="votesBy"
          label={t('directory.rules.rule.votes')}
          value={votes.by}
          among={model.votersBy}
          says={value => t(`directory.rules.votes-says.${value}`)}
        />
      </Rule>
      <Rule rule="deputies" source={deputies.source} t={t}>
        <Choice
          name="deputiesKind"
          label={t('directory.rules.rule.deputies')}
          value={deputies.kind}
          among={model.deputyKinds}
          says={value => t(`directory.rules.deputies.${value}`)}
        />
        <TextInput
          unmarked
          name="deputiesMost"
          type="number"
          label={t('directory.rules.deputies-most')}
          value={String(deputies.most)}
        />
      </Rule>
      <Rule rule="interest" source={interest.source} t={t}>
        <Checkbox
          name="interestLeaves"
          label={t('directory.rules.interest-leaves')}
          hint={t('directory.rules.interest-says')}
          checked={interest.leaves}
        />
      </Rule>
    </>
  )
}

function AfarFields({ rules: { attendance, circular }, t }: FieldsProps) {
  return (
    <>
      <Rule rule="attendance" source={attendance.source} t={t}>
        <Choice
          name="hybrid"
          label={t('directory.rules.hybrid')}
          value={attendance.hybrid}
          among={model.hybridKinds}
          says={value => t(`directory.rules.hybrid.${value}`)}
        />
        <Choice
          name="virtual"
          label={t('directory.rules.virtual')}
          hint={t('directory.rules.access-says')}
          value={attendance.virtual}
          among={model.virtualKinds}
          says={value => t(`directory.rules.virtual.${value}`)}
        />
      </Rule>
      <Rule rule="circular" source={circular.source} t={t}>
        <Choice
          name="circularKind"
          label={t('directory.rules.rule.circular')}
          value={circular.kind}
          among={model.circularKinds}
          says={value => t(`directory.rules.circular.${value}`)}
        />
        <Choice
          name="circularMeasure"
          label={t('directory.rules.majority')}
          value={circular.measure}
          among={model.shares}
          says={value => t(`directory.rules.share.${value}`)}
        />
        <Choice
          name="circularParticipation"
          label={t('directory.rules.participation')}
          value={circular.participation}
          among={model.shares}
          says={value => t(`directory.rules.share.${value}`)}
        />
        <Choice
          name="circularForm"
          label={t('directory.rules.circular-form')}
          value={circular.form}
          among={model.circularForms}
          says={value => t(`directory.rules.circular-form.${value}`)}
        />
      </Rule>
    </>
  )
}
