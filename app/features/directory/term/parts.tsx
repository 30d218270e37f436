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
        {found.map(({ id, used, since, replacedBy }) => (
          <li>
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
          </li>
        ))}
      </ul>
    </Notice>
  )
}
