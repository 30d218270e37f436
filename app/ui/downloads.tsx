import { ButtonLink } from './forms.tsx'
import { useLanguage } from './language.tsx'

const names = ['pdf', 'docx', 'odt', 'md', 'csv'] as const

/** Files of one thing, a link each; `at` is the address without the format. */
export function Downloads({
  at,
  formats,
  about,
}: {
  at: string
  formats: readonly (typeof names)[number][]
  about: string
}) {
  const { t } = useLanguage()
  return (
    <nav class="buttons" aria-label={t('documents.of-what', { what: about })}>
      {formats.map(format => (
        <ButtonLink href={`${at}/${format}`} icon="download" kind="quiet" small>
          {t(`documents.format.${format}`)}
        </ButtonLink>
      ))}
    </nav>
  )
}
