import { sql } from 'kysely'
import { type Database, inNetwork } from '../../../app/ground/database.ts'
import type { Id } from '../../../app/ground/schema.ts'
import { keepSearch } from '../../../app/ground/search.ts'

const AT = '2026-01-16T12:00:00.000Z'
/** Said in every line of a closed meeting. */
const CLOSED = 'Verschlusssache'
const LINES_OF_A_MEETING = 250
const TEXTS = 4000
const BODIES = 8

const who = ['Die Stadtverwaltung', 'Frau Kästner', 'Der Integrationsrat', 'Die Runde', 'Der Mieterverein', 'Herr Öz']
const does = [
  'berichtet über',
  'bittet um',
  'fragt nach',
  'verspricht bis zum Herbst',
  'lehnt ab:',
  'prüft noch einmal',
]
const what = (
  'die Sprachkurse,die Unterkunft,den Wohnraum,die Lärmschutzwand,einen Fahrradständer,die Beratungsstelle,den Sachstand,' +
  'die Kinderbetreuung,eine Dolmetscherin,das Begegnungscafé,die Buslinie,den Spielplatz,die Anerkennung von Zeugnissen'
).split(',')
const where = 'am Markt,im Nordviertel,an der Grundschule,in der Bibliothek,am Hafen,beim Gesundheitsamt'.split(',')
const also = (
  'und legt zur nächsten Sitzung eine Übersicht vor;wie im Vorjahr besprochen;mit der Stadtverwaltung;' +
  'sobald der Haushalt beschlossen ist;gemeinsam mit zwei Nachbargemeinden'
).split(';')

/** Different lines, by counting through the parts; one in two hundred says something that is nowhere else. */
function textAt(at: number): string {
  const of = (some: readonly string[], step: number) => some[Math.floor(at / step) % some.length]!
  const rare = at % 200 === 7 ? ` Zimtstern ${at}` : ''
  return `${of(who, 1)} ${of(does, 6)} ${of(what, 36)} ${of(where, 7)} ${of(also, 11)}${rare}.`
}

/**
 * A network of `size` lines in meetings of 250 over twelve years, eight bodies, every fifth meeting for the board alone;
 * `reader` is a member who is not on it. Keys are those of the product's own code, computed once for each text; the index
 * is built at the end, as an import would.
 */
export async function fill(owner: Database, size: number) {
  const id = '00000000-0000-7000-8000-00000000000a' as Id
  const reader = '00000000-0000-7000-8000-00000000000b' as Id
  const meetings = Math.ceil(size / LINES_OF_A_MEETING)
  const key = (kind: string, number: string) =>
    sql.raw(`(lpad('${kind}', 8, '0') || '-0000-7000-8000-' || lpad((${number})::text, 12, '0'))::uuid`)
  await owner.transaction().execute(async tx => {
    await sql`insert into network (id, name, host, languages, time_zone, demo, created_at)
      values (${id}, 'Netz', 'netz.example', '{de}', 'Europe/Berlin', true, ${AT})`.execute(tx)
    await sql`insert into person (network_id, id, name, language, created_at) values (${id}, ${reader}, 'Ada', 'de', ${AT})`.execute(
      tx,
    )
    await sql`insert into body (network_id, id, name, kind, audience, without_administration, meeting_audience, created_at)
      select ${id}, ${key('b', 'n')}, 'Kreis ' || n, 'working_group', 'network', false, 'network', ${AT}
      from generate_series(1, ${BODIES}::int) n`.execute(tx)
    await sql`insert into membership (network_id, id, person_id, body_id, role, voting_right, start_date)
      values (${id}, ${key('c', '1')}, ${reader}, ${key('b', '1')}, 'member', true, '2014-01-01')`.execute(tx)
    await sql`insert into source (network_id, id, file_name, media_type, sha256, size, converter, content, line_count, created_at)
      values (${id}, ${key('d', '1')}, 'x.txt', 'text/plain', 'x', 1, 'text', 'x', 1, ${AT})`.execute(tx)
    await sql`insert into meeting (network_id, id, body_id, name, state, day, audience, without_administration, created_at)
      select ${id}, ${key('e', 'n')}, ${key('b', `n % ${BODIES} + 1`)}, 'Treffen ' || n, 'held',
        date '2014-01-01' + (n * 4380 / ${meetings}::int), case when n % 5 = 0 then 'board' else 'network' end, false, ${AT}
      from generate_series(1, ${meetings}::int) n`.execute(tx)
    await sql`insert into minutes (network_id, id, meeting_id, state, created_at)
      select ${id}, ${key('f', 'n')}, ${key('e', 'n')}, 'recorded', ${AT} from generate_series(1, ${meetings}::int) n`.execute(
      tx,
    )
    await sql`insert into revision (network_id, id, minutes_id, number, source_id, created_at)
      select ${id}, ${key('1f', 'n')}, ${key('f', 'n')}, 1, ${key('d', '1')}, ${AT}
      from generate_series(1, ${meetings}::int) n`.execute(tx)
  })

  // Through the product's own code once: what the keys of each text are.
  const first = Array.from({ length: Math.min(TEXTS, size) }, (_, at) => textAt(at))
  await sql`create table pool (at int primary key, content text, keys bigint[])`.execute(owner)
  await sql`insert into pool (at, content) select ord - 1, text from unnest(${first}::text[]) with ordinality as t(text, ord)`.execute(
    owner,
  )
  await keysOfPool(owner, id)
  await sql`alter table entry disable trigger user`.execute(owner)
  await sql`drop index search.entry_keys_idx`.execute(owner)
  await sql`insert into entry (network_id, id, minutes_id, revision_id, position, kind, content, line_from, line_to)
    select ${id}, ${key('a', 'n')}, ${key('f', `(n - 1) / ${LINES_OF_A_MEETING} + 1`)},
      ${key('1f', `(n - 1) / ${LINES_OF_A_MEETING} + 1`)}, n, 'information',
      pool.content || case when ((n - 1) / ${sql.lit(LINES_OF_A_MEETING)} + 1) % 5 = 0 then ${sql.lit(` ${CLOSED}`)} else '' end, 1, 1
    from generate_series(1, ${size}::int) n join pool on pool.at = (n::bigint * 7919 % ${first.length}::int)`.execute(
    owner,
  )
  await sql`insert into search.entry (network_id, noun, subject_id, body_id, meeting_id, day, keys, stale)
    select ${id}, 'entry', ${key('a', 'n')}, meeting.body_id, meeting.id, meeting.day, pool.keys, false
    from generate_series(1, ${size}::int) n join pool on pool.at = (n::bigint * 7919 % ${first.length}::int)
    join meeting on meeting.network_id = ${id} and meeting.id = ${key('e', `(n - 1) / ${LINES_OF_A_MEETING} + 1`)}
    order by n`.execute(owner)
  await sql`update search.entry set keys = array(select ((number >> 12) << 33) | (k & 8589934591) from unnest(keys) k)
    where noun = 'entry'`.execute(owner)
  await sql`insert into search.stretch
    select network_id, number >> 12, min(day), max(day), array_agg(distinct noun) from search.entry group by 1, 2
    on conflict (network_id, stretch) do update
      set first_day = excluded.first_day, last_day = excluded.last_day, nouns = excluded.nouns`.execute(owner)
  await sql`create index entry_keys_idx on search.entry using gin (keys) with (fastupdate = off)`.execute(owner)
  await sql`alter table entry enable trigger user`.execute(owner)
  await sql`vacuum analyze`.execute(owner)
  return {
    ...{ id, reader, closed: CLOSED },
    addLine: (entry: Id, content: string) =>
      sql`insert into entry (network_id, id, minutes_id, revision_id, position, kind, content, line_from, line_to)
        values (${id}, ${entry}, ${key('f', '1')}, ${key('1f', '1')}, 0, 'information', ${content}, 1, 1)`.execute(
        owner,
      ),
    keep: (app: Database) =>
      inNetwork(app, id, 'write', async tx => {
        while ((await keepSearch(tx, false)) > 0);
      }),
  }
}

/** The texts become lines for a moment, get their keys as any line does, and give them to the pool. */
async function keysOfPool(owner: Database, id: Id): Promise<void> {
  await sql`insert into entry (network_id, id, minutes_id, revision_id, position, kind, content, line_from, line_to)
    select ${id}, ('00000abc-0000-7000-8000-' || lpad(at::text, 12, '0'))::uuid,
      '0000000f-0000-7000-8000-000000000001', '0000001f-0000-7000-8000-000000000001', at, 'information', content, 1, 1
    from pool`.execute(owner)
  await inNetwork(owner, id, 'write', async tx => {
    while ((await keepSearch(tx, false)) > 0);
  })
  await sql`update pool set keys = e.keys from search.entry e
    where e.noun = 'entry' and e.subject_id = ('00000abc-0000-7000-8000-' || lpad(pool.at::text, 12, '0'))::uuid`.execute(
    owner,
  )
  await sql`delete from entry where network_id = ${id}`.execute(owner)
}
