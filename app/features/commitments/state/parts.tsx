import type { Texts } from '../../../texts/texts.ts'
import { Form, type FormState, HiddenInput, Radios, Submit, TextArea } from '../../../ui/forms.tsx'
import { type CommitmentState, LONGEST_SENTENCE, reports } from '../model.ts'

/** A page has several forms; the one that came back says so in a hidden field. */
const stateOf = (form: FormState, name: string): FormState | null => (form.values.form === name ? form : null)

/** What the owner says. It stands in the history and moves nothing. */
export function ReportForm({ t, id, form }: { t: Texts; id: string; form: FormState }) {
  return (
    <Form action={`/commitments/${id}/reports`} id="report-form" state={stateOf(form, 'report')}>
      <HiddenInput name="form" value="report" />
      <ReportFields t={t} />
      <Submit kind="secondary">{t('commitments.report.submit')}</Submit>
    </Form>
  )
}

/** The report itself: one of four, and a sentence. The same for who is signed in and for who holds a link. */
export function ReportFields({ t }: { t: Texts }) {
  return (
    <>
      <Radios
        name="report"
        legend={t('commitments.report.question')}
        choices={reports.map(value => ({
          value,
          label: t(`commitments.report.${value}`),
          hint: t(`commitments.report-hint.${value}`),
        }))}
        required
      />
      <TextArea
        name="sentence"
        label={t('commitments.report.sentence')}
        hint={t('commitments.report.sentence-hint')}
        maxLength={LONGEST_SENTENCE}
        rows={3}
      />
    </>
  )
}

type MoveProps = { t: Texts; id: string; revision: number; moves: readonly CommitmentState[]; form: FormState }

/** What the table decides about where it stands. */
export function MoveForm({ t, id, revision, moves, form }: MoveProps) {
  return (
    <Form action={`/commitments/${id}/state`} id="move-form" state={stateOf(form, 'move')}>
      <HiddenInput name="form" value="move" />
      <HiddenInput name="revision" value={String(revision)} />
      <Radios
        name="state"
        legend={t('commitments.move.question')}
        choices={moves.map(value => ({
          value,
          label: t(`commitments.state.${value}`),
          hint: t(`commitments.state-hint.${value}`),
        }))}
        required
      />
      <TextArea
        name="reason"
        label={t('commitments.move.reason')}
        hint={t('commitments.move.reason-hint')}
        maxLength={LONGEST_SENTENCE}
        rows={2}
      />
      <Submit kind="secondary">{t('commitments.move.submit')}</Submit>
    </Form>
  )
}
