import type { Shown } from '../../../ui/doors.tsx'
import {
  type Choice,
  type ChoiceGroup,
  DateInput,
  Form,
  HiddenInput,
  Select,
  Submit,
  TextArea,
  TextInput,
} from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Page } from '../../../ui/page.tsx'
import { DefinitionList, Name, Notice } from '../../../ui/parts.tsx'
import type { CommitmentChangeShown, CommitmentNew } from '../contract.ts'
import { type Due, dueDay, dueWords, LONGEST_WORDING, ownerOf } from '../model.ts'
import type { OwnerChoices } from '../owner/contract.ts'
import { DueWhen, OwnerName } from '../parts.tsx'

/** Opens a commitment by hand. */
export function CommitmentNewPage({ data, form, frame }: Shown<unknown, CommitmentNew>) {
  const { t } = frame
  return (
    <Page
      frame={frame}
      title={t('commitments.new.title')}
      lead={t('commitments.new.lead')}
      breadcrumbs={[{ href: '/commitments', label: t('commitments.title') }]}
      failed={form.problems.length > 0}
    >
      <Form action="/commitments" state={form}>
        <Select
          name="bodyId"
          label={t('commitments.body')}
          hint={t('commitments.new.body-hint')}
          value={data.bodyId ?? ''}
          {...(data.bodies.length > 1 ? { blank: t('commitments.new.body-blank') } : {})}
          choices={data.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <Content wording="" mark="nobody:" due={{ kind: 'nothing' }} owners={data.owners} />
        <Submit>{t('commitments.new.submit')}</Submit>
      </Form>
    </Page>
  )
}

/** Changes wording, owner and due date. Who comes late sees what stands there by now before writing over it. */
export function CommitmentChangePage({ data, form, frame }: Shown<unknown, CommitmentChangeShown>) {
  const { t } = frame
  const { commitment, revision, ownerMark: mark, owners } = data
  const moved = form.problems.some(({ code }) => code === 'moved-meanwhile')
  return (
    <Page
      frame={frame}
      title={t('commitments.change.title')}
      breadcrumbs={[
        { href: '/commitments', label: t('commitments.title') },
        { href: `/commitments/${commitment.id}`, label: commitment.wording },
      ]}
      failed={form.problems.length > 0}
    >
      {moved && (
        <Notice tone="warning" title={t('commitments.change.rival')}>
          <DefinitionList
            items={[
              { term: t('commitments.wording'), value: <Name>{commitment.wording}</Name> },
              { term: t('commitments.owner'), value: <OwnerName owner={commitment.owner} /> },
              { term: t('commitments.due'), value: <DueWhen due={commitment.due} /> },
            ]}
          />
        </Notice>
      )}
      <Form action={`/commitments/${commitment.id}`} state={form}>
        <HiddenInput name="revision" value={String(revision)} />
        <Content wording={commitment.wording} mark={mark} due={commitment.due} owners={owners} />
        <Submit>{t('ui.save')}</Submit>
      </Form>
    </Page>
  )
}

type ContentProps = { wording: string; mark: string; due: Due; owners: OwnerChoices }

function Content({ wording, mark, due, owners }: ContentProps) {
  const { t } = useLanguage()
  const owner = ownerOf(mark)
  const outside = owner?.kind === 'outside'
  return (
    <>
      <TextArea
        name="wording"
        label={t('commitments.wording')}
        value={wording}
        maxLength={LONGEST_WORDING}
        rows={3}
        required
      />
      <Select
        name="owner"
        label={t('commitments.owner')}
        value={outside ? 'outside' : mark}
        choices={useOwnerChoices(owners, mark)}
        required
      />
      <TextInput
        name="outsideName"
        label={t('commitments.owner.outside-name')}
        hint={t('commitments.owner.outside-hint')}
        value={outside ? owner.name : ''}
        maxLength={200}
      />
      <DateInput name="dueOn" label={t('commitments.due.day')} value={dueDay(due) ?? ''} />
      <TextInput
        name="dueWords"
        label={t('commitments.due.words')}
        hint={t('commitments.due.words-hint')}
        value={dueWords(due) ?? ''}
        maxLength={200}
      />
    </>
  )
}

/** Everybody who can be bound, by kind. What stands there now can stay, whatever it is. */
function useOwnerChoices({ people, offices, organizations }: OwnerChoices, mark: string): (Choice | ChoiceGroup)[] {
  const { t } = useLanguage()
  const now = ownerOf(mark)
  const written = now?.kind === 'nobody' ? now.name : null
  const groups = [
    { label: t('commitments.owner.people'), kind: 'person', of: people },
    { label: t('commitments.owner.offices'), kind: 'office', of: offices },
    { label: t('commitments.owner.organizations'), kind: 'organization', of: organizations },
  ]
  return [
    { value: 'nobody:', label: t('commitments.owner.nobody') },
    ...(written ? [{ value: mark, label: t('commitments.owner.nobody-as-written', { name: written }) }] : []),
    { value: 'outside', label: t('commitments.owner.outside') },
    ...groups
      .filter(({ of }) => of.length > 0)
      .map(({ label, kind, of }) => ({
        label,
        choices: of.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })),
      })),
  ]
}
