import type { Shown } from '../../../../ui/doors.tsx'
import { ButtonLink } from '../../../../ui/forms.tsx'
import { Island } from '../../../../ui/island.tsx'
import { Page } from '../../../../ui/page.tsx'
import { EmptyState, Name, Notice } from '../../../../ui/parts.tsx'
import type { ProjectorInput, ProjectorShown } from './contract.ts'

/** For the wall: one item in large letters. With a script its text grows as it is written, and a clock runs. */
export function ProjectorPage({ data, frame, input }: Shown<ProjectorInput, ProjectorShown>) {
  const { t } = frame
  const { meeting, items, now } = data
  const at = items.findIndex(({ id }) => id === now?.id)
  const to = (id: string) => `/meetings/${meeting.id}/projector?item=${id}`
  const title = now ? (now.title ?? t('minutes.projector.closed')) : t('minutes.projector.title')
  return (
    <Page
      frame={frame}
      title={t('minutes.projector.of', { meeting: meeting.name })}
      heading={
        <>
          {now?.number && <span class="count">{now.number} </span>}
          <Name>{title}</Name>
        </>
      }
      breadcrumbs={[{ href: `/meetings/${meeting.id}/writing`, label: t('minutes.writing.title') }]}
      islands={now !== null}
      projected
      wide
      unlisted
    >
      {now === null ? (
        <EmptyState title={t('minutes.writing.no-items')} />
      ) : (
        <Island name="projector" props={propsOf(data, input)}>
          <p class="projector-clock">
            <span role="timer" aria-label={t('minutes.projector.clock')} />
            {now.duration !== null && <span>{t('minutes.projector.planned', { minutes: now.duration })}</span>}
          </p>
          {now.text === null ? (
            <Notice tone="warning" title={t('minutes.projector.covered')}>
              <ButtonLink href={`${to(now.id)}&open=yes`} icon="eye">
                {t('minutes.projector.uncover')}
              </ButtonLink>
            </Notice>
          ) : (
            <p class="written" dir="auto">
              {now.text}
            </p>
          )}
          <nav class="projector-steps" aria-label={t('minutes.projector.items')}>
            {at > 0 && (
              <ButtonLink href={to(items[at - 1]!.id)} kind="secondary">
                <span data-step="back">{t('minutes.projector.back')}</span>
              </ButtonLink>
            )}
            {at < items.length - 1 && (
              <ButtonLink href={to(items[at + 1]!.id)} kind="primary">
                <span data-step="on">{t('minutes.projector.on')}</span>
              </ButtonLink>
            )}
            <label class="projector-follow" hidden>
              <input type="checkbox" /> {t('minutes.projector.follow')}
            </label>
          </nav>
          <ol class="projector-items">
            {items.map(item => (
              <li>
                <a href={to(item.id)} aria-current={item.id === now.id ? 'page' : undefined}>
                  {item.number && <span class="count">{item.number} </span>}
                  <Name>{item.closed ? t('minutes.projector.closed') : item.title}</Name>
                </a>
              </li>
            ))}
          </ol>
        </Island>
      )}
    </Page>
  )
}

/** What the script needs: where it listens, what it shows, and what it was shown with. */
const propsOf = ({ meeting, items, now }: ProjectorShown, { open }: ProjectorInput) => ({
  meeting: meeting.id,
  item: now!.id,
  covered: now!.closed && open !== 'yes',
  planned: now!.duration,
  since: Object.fromEntries(items.filter(({ id }) => id !== now!.id).map(({ id, last }) => [id, last])),
  closed: items.filter(({ closed }) => closed).map(({ id }) => id),
})
