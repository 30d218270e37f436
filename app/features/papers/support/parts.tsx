import { Day, Moment } from '../../../ui/dates.tsx'
import { Checkbox, Form, type FormState, HiddenInput, Submit, TextInput } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, EmptyState, Name } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { PaperShown } from '../contract.ts'
import type { Signature } from './contract.ts'
import { LONGEST_NAME, type Standing } from './model.ts'

export const standingTones: Readonly<Record<Standing, 'success' | 'info'>> = {
  ...{ open: 'success', over: 'info', closed: 'info' },
}

/** On the page of a paper: how many signed it, and where that can be seen. */
export function Support({ paperId, support, can }: { paperId: string; support: PaperShown['support']; can: boolean }) {
  const { t } = useLanguage()
  if (!support && !can) return null
  return (
    <>
      {support && (
        <p class="cluster">
          <strong>{t('papers.support.count', { count: support.all, named: support.named })}</strong>
          <Badge tone={standingTones[support.standing]}>{t(`papers.support.standing.${support.standing}`)}</Badge>
          {support.standing === 'open' && (
            <span>
              {t('papers.support.until')} <Day value={support.until} />
            </span>
          )}
        </p>
      )}
      <p>
        <a href={`/papers/${paperId}/support`}>{t(support ? 'papers.support.see' : 'papers.support.open')}</a>
      </p>
    </>
  )
}

/** Who signed, as far as it may be known. */
export function Signatures({ signatures, zone }: { signatures: readonly Signature[]; zone: string }) {
  const { t } = useLanguage()
  return (
    <Table
      caption={t('papers.support.signatures')}
      captionHidden
      rows={signatures}
      columns={[
        { label: t('papers.support.name'), cell: ({ name }) => <Name>{name}</Name> },
        {
          label: t('papers.support.affiliation'),
          cell: ({ affiliation }) => affiliation && <Name>{affiliation}</Name>,
        },
        {
          label: t('papers.support.named-column'),
          cell: ({ named }) => t(named ? 'papers.support.named-yes' : 'papers.support.named-no'),
        },
        {
          label: t('papers.support.signed'),
          cell: ({ signedAt }) => <Moment value={signedAt} zone={zone} form="short" />,
        },
        {
          label: t('papers.version-number'),
          cell: ({ version, older }) => (
            <span class="cluster">
              {version}
              {older && <Badge tone="warning">{t('papers.support.older')}</Badge>}
            </span>
          ),
        },
      ]}
      empty={<EmptyState icon="file" title={t('papers.support.none')} />}
    />
  )
}

type SignatureFormProps = {
  readonly action: string
  readonly version: number
  readonly own: Signature | null
  readonly form: FormState
}

/** Signs, or changes what was signed. */
export function SignatureForm({ action, version, own, form }: SignatureFormProps) {
  const { t } = useLanguage()
  return (
    <Form action={action} id="sign" state={form}>
      <HiddenInput name="version" value={String(version)} />
      <TextInput
        name="name"
        label={t('papers.support.name')}
        value={own?.name ?? ''}
        maxLength={LONGEST_NAME}
        autocomplete="name"
        required
      />
      <TextInput
        name="affiliation"
        label={t('papers.support.affiliation')}
        hint={t('papers.support.affiliation-hint')}
        value={own?.affiliation ?? ''}
        maxLength={LONGEST_NAME}
        autocomplete="organization"
      />
      <Checkbox
        name="named"
        label={t('papers.support.named')}
        hint={t('papers.support.named-hint')}
        checked={own?.named ?? false}
      />
      <Submit>{t(own ? 'papers.support.sign.change' : 'papers.support.sign.submit')}</Submit>
    </Form>
  )
}
