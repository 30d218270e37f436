import type { Shown } from '../../../../ui/doors.tsx'
import { Form, HiddenInput, Submit } from '../../../../ui/forms.tsx'
import { Badge, Details, Name } from '../../../../ui/parts.tsx'
import type { ReviewInput } from '../contract.ts'
import type { ReviewData } from '../finds.ts'

const kinds = ['person', 'office', 'organization', 'outside', 'nobody'] as const

/** Whom the names mean: one row a name, all saved at once. */
export function NamesSection({ data, frame }: Shown<ReviewInput, ReviewData>) {
  const { t } = frame
  const { review, can, known } = data
  const names = Object.entries(review.names)
  if (names.length === 0) return null
  const created = names.filter(([, match]) => match.id === null && kinds.indexOf(match.kind as 'person') < 3).length
  return (
    <section class="section" id="names">
      <h2>{t('minutes.names.title')}</h2>
      <p>{t('minutes.names.lead', { count: names.length, created })}</p>
      <Details summary={t(can.judge ? 'minutes.names.change' : 'minutes.names.show')}>
        <Form action={`/readings/${review.id}/names`} id="names-form" class="names">
          <HiddenInput name="revision" value={String(review.revision)} />
          <datalist id="known-names">
            {known.map(name => (
              <option value={name} />
            ))}
          </datalist>
          <ul>
            {names.map(([written, match], at) => (
              <li>
                <span id={`written-${at}`}>
                  <Name>{written}</Name>
                </span>
                <input type="hidden" name="written" value={written} />
                <select
                  class="kern-form-input__select"
                  name="kind"
                  id={`name-kind-${at}`}
                  aria-label={t('minutes.names.kind-of', { name: written })}
                  disabled={!can.judge}
                >
                  {kinds.map(kind => (
                    <option value={kind} selected={kind === match.kind}>
                      {t(`minutes.names.kind.${kind}`)}
                    </option>
                  ))}
                </select>
                <input
                  class="kern-form-input__input"
                  name="name"
                  id={`name-name-${at}`}
                  value={match.name}
                  list="known-names"
                  dir="auto"
                  aria-label={t('minutes.names.name-of', { name: written })}
                  disabled={!can.judge}
                />
                {match.id ? (
                  <Badge tone="success">{t('minutes.names.known')}</Badge>
                ) : match.kind === 'nobody' || match.kind === 'outside' ? (
                  <Badge tone="neutral">{t('minutes.names.as-written')}</Badge>
                ) : (
                  <Badge tone="info">{t('minutes.names.new')}</Badge>
                )}
              </li>
            ))}
          </ul>
          {can.judge && <Submit kind="secondary">{t('ui.save')}</Submit>}
        </Form>
      </Details>
    </section>
  )
}
