import { Moment } from '../../../ui/dates.tsx'
import { PostButton } from '../../../ui/forms.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Badge, Name, type Tone } from '../../../ui/parts.tsx'
import { Table } from '../../../ui/table.tsx'
import type { LinkShown } from '../contract.ts'

const tones: Readonly<Record<LinkShown['standing'], Tone>> = { open: 'success', expired: 'neutral', revoked: 'neutral' }

/** The personal links that were sent for a commitment, each to be taken back. */
export function Links({
  commitmentId,
  links,
  zone,
}: {
  commitmentId: string
  links: readonly LinkShown[]
  zone: string
}) {
  const { t } = useLanguage()
  return (
    <Table
      caption={t('commitments.links')}
      captionHidden
      rows={links}
      columns={[
        { label: t('commitments.links.to'), cell: ({ to }) => <Name>{to}</Name> },
        {
          label: t('commitments.links.sent'),
          cell: ({ createdAt }) => <Moment value={createdAt} zone={zone} form="short" />,
        },
        {
          label: t('commitments.links.until'),
          cell: ({ expiresAt }) => <Moment value={expiresAt} zone={zone} form="short" />,
        },
        {
          label: t('commitments.links.standing'),
          cell: ({ standing }) => <Badge tone={tones[standing]}>{t(`commitments.links.${standing}`)}</Badge>,
        },
        {
          label: t('commitments.links.revoke'),
          silent: true,
          cell: ({ id, standing, to }) =>
            standing === 'open' && (
              <PostButton action={`/commitments/${commitmentId}/links/${id}/revocation`} kind="danger" small about={to}>
                {t('commitments.links.revoke')}
              </PostButton>
            ),
        },
      ]}
    />
  )
}
