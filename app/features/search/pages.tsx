import { Day } from '../../ui/dates.tsx'
import type { Shown } from '../../ui/doors.tsx'
import { DateInput, Form, Select, Submit, TextInput } from '../../ui/forms.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page } from '../../ui/page.tsx'
import { Details, EmptyState, Name, Pagination, Section } from '../../ui/parts.tsx'
import type { Hit, SearchInput, SearchShown } from './contract.ts'
import { searchNouns, stretchesOf } from './model.ts'

export function SearchPage({ input, data, frame }: Shown<SearchInput, SearchShown>) {
  const { t } = frame
  return (
    <Page frame={frame} title={t('search.title')} lead={t('search.lead')} unlisted>
      <Question input={input} data={data} frame={frame} />
      <Answer input={input} data={data} frame={frame} />
    </Page>
  )
}

type Part = { readonly input: SearchInput; readonly data: SearchShown; readonly frame: Frame }

function Question({ input, data: { bodies, people }, frame: { t } }: Part) {
  const filtered = Boolean(input.kind || input.body || input.person || input.from || input.until)
  const choices = (some: SearchShown['bodies']) => some.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <search>
      <Form action="/search" method="get" id="search">
        <TextInput
          name="q"
          type="search"
          label={t('search.words')}
          hint={t('search.words-hint')}
          value={input.q ?? ''}
          maxLength={200}
          unmarked
        />
        <Details summary={t('search.narrow')} open={filtered}>
          <Select
            name="kind"
            label={t('search.kind')}
            value={input.kind ?? ''}
            blank={t('search.all-kinds')}
            choices={searchNouns.map(noun => ({ value: noun, label: t(`search.kinds.${noun}`) }))}
            unmarked
          />
          {bodies.length > 0 && (
            <Select
              name="body"
              label={t('search.body')}
              value={input.body ?? ''}
              blank={t('search.all-bodies')}
              choices={choices(bodies)}
              unmarked
            />
          )}
          {people.length > 0 && (
            <Select
              name="person"
              label={t('search.person')}
              hint={t('search.person-hint')}
              value={input.person ?? ''}
              blank={t('search.all-people')}
              choices={choices(people)}
              unmarked
            />
          )}
          <DateInput name="from" label={t('search.from')} value={input.from ?? ''} unmarked />
          <DateInput name="until" label={t('search.until')} value={input.until ?? ''} unmarked />
        </Details>
        <Submit icon="search">{t('search.submit')}</Submit>
      </Form>
    </search>
  )
}

function Answer({ input, data, frame: { t, ...frame } }: Part) {
  const { asked, hits, count, more, page, pages } = data
  if (asked === 'none')
    return (
      <EmptyState icon="search" title={t('search.nothing-asked')}>
        {t('search.how')}
      </EmptyState>
    )
  if (asked === 'small')
    return (
      <EmptyState icon="search" title={t('search.small-words')}>
        {t('search.small-words-why')}
      </EmptyState>
    )
  if (hits.length === 0)
    return (
      <EmptyState icon="search" title={t('search.nothing-found')}>
        {t('search.nothing-found-why')}
      </EmptyState>
    )
  return (
    <>
      <p role="status">{more ? t('search.more-than', { count }) : t('search.count', { count })}</p>
      {searchNouns.map(noun => {
        const some = hits.filter(hit => hit.noun === noun)
        return (
          some.length > 0 && (
            <Section title={t(`search.kinds.${noun}`)} id={`found-${noun}`}>
              <ul class="lines">
                {some.map(hit => (
                  <HitLine hit={hit} language={frame.languages[0]} />
                ))}
              </ul>
            </Section>
          )
        )
      })}
      <Pagination page={page} pages={pages} href={other => `/search?${addressOf(input, other)}`} />
    </>
  )
}

const HitLine = ({ hit, language }: { hit: Hit; language: string | undefined }) => (
  <li>
    <a href={hit.href} dir="auto" lang={language}>
      {stretchesOf(hit.text, hit.marks).map(({ text, found }) => (found ? <mark>{text}</mark> : text))}
    </a>
    {(hit.body || hit.day) && (
      <p class="muted small cluster">
        {hit.body && <Name>{hit.body}</Name>}
        {hit.day && <Day value={hit.day} />}
      </p>
    )}
  </li>
)

function addressOf({ page: _, ...kept }: SearchInput, page: number): string {
  const set = Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []))
  return new URLSearchParams([...set, ['page', String(page)]]).toString()
}
