import { Day } from '../../../ui/dates.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Name, Notice } from '../../../ui/parts.tsx'
import type { ReplacedTerm } from './contract.ts'

/** Tells whoever writes a text which words of it hold no longer, and what stands in their place. Nothing without one. */
export function ReplacedTerms({ found }: { found: readonly ReplacedTerm[] }) {
  const { t } = useLanguage()
  if (found.length === 0) return null
  return (
    <Notice tone="warning" title={t('terms.used', { count: found.length })}>
      <ul>
        {found.map(one => (
          <li>
            <ReplacedTermLine one={one} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** One such word: since when, and what stands in its place. */
export function ReplacedTermLine({ one: { id, used, since, replacedBy } }: { one: ReplacedTerm }) {
  const { t } = useLanguage()
  return (
    <>
      <a href={`/terms/${id}`}>
        <Name>{used.join(', ')}</Name>
      </a>
      : {t('terms.since')} <Day value={since} form="short" />{' '}
      {replacedBy ? (
        <>
          {t('terms.is-now')}{' '}
          <strong>
            <Name>{replacedBy.wording}</Name>
          </strong>
        </>
      ) : (
        t('terms.is-nothing')
      )}
    </>
  )
}
