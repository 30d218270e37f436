import { Day } from '../../../ui/dates.tsx'
import type { Shown } from '../../../ui/doors.tsx'
import { Button, ButtonLink, DateInput, Form } from '../../../ui/forms.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, Name, Notice, Section } from '../../../ui/parts.tsx'
import type { RulesShown } from './contract.ts'
import type { LatestDispatch } from './notice/model.ts'
import { DispatchSteps, RuleList } from './parts.tsx'
import { presets } from './preset/model.ts'

/** The rules of a body in words, when an invitation has to leave, and which rules held before. */
export function RulesPage({ data, frame }: Shown<unknown, RulesShown>) {
  const { t } = frame
  const { body, version, versions, meetingDay, can, seats } = data
  const change = `/bodies/${body.id}/rules/change`
  const way = [
    { href: '/bodies', label: t('directory.body.many') },
    { href: `/bodies/${body.id}`, label: body.name },
  ]
  if (!version)
    return (
      <Page frame={frame} title={t('directory.rules.title')} breadcrumbs={way}>
        <EmptyState icon="file" title={t('directory.rules.none')}>
          <p>{t('directory.rules.none-why')}</p>
          {can.change && (
            <ul>
              {presets.map(preset => (
                <li>
                  <a href={`${change}?preset=${preset}`}>{t(`directory.rules.preset.${preset}`)}</a>
                </li>
              ))}
            </ul>
          )}
        </EmptyState>
      </Page>
    )
  return (
    <Page
      frame={frame}
      title={t('directory.rules.title')}
      breadcrumbs={way}
      lead={
        <p>
          <Name>{body.name}</Name>: {t('directory.rules.valid-from')} <Day value={version.validFrom} />
        </p>
      }
      actions={can.change && <ButtonLink href={change}>{t('ui.change')}</ButtonLink>}
    >
      {seats && version.rules.quorum.kind !== 'none' && (
        <Notice tone="info">{t('directory.rules.seats', { ...seats, by: version.rules.quorum.by })}</Notice>
      )}
      <Section title={t('directory.rules.dispatch')} id="dispatch">
        <Form action={`/bodies/${body.id}/rules`} method="get">
          <DateInput
            unmarked
            name="day"
            label={t('directory.rules.dispatch-day')}
            hint={t('directory.rules.dispatch-hint')}
            value={meetingDay ?? ''}
          />
          <Button>{t('directory.rules.dispatch-show')}</Button>
        </Form>
        {data.dispatch && <DispatchSteps dispatch={data.dispatch as LatestDispatch} frame={frame} />}
        {data.urgent && (
          <>
            <h3>{t('directory.rules.urgent')}</h3>
            <DispatchSteps dispatch={data.urgent as LatestDispatch} frame={frame} />
          </>
        )}
      </Section>
      <Section title={t('directory.rules.all')} id="all">
        <RuleList rules={version.rules} frame={frame} />
        <p class="muted small">{t('directory.rules.no-advice')}</p>
      </Section>
      {versions.length > 1 && (
        <Section title={t('directory.rules.versions')} id="versions">
          <ul>
            {versions.map(({ validFrom }) => (
              <li>
                <a href={`/bodies/${body.id}/rules?day=${validFrom}`}>
                  {t('directory.rules.valid-from')} <Day value={validFrom} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
