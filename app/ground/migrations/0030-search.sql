-- Search over everything one may see. What stands here are keys of words, computed by our own code (language/) and hashed.
-- The app's role has no right on the table: a policy would switch the index off, so it asks three functions that take the
-- network from the setting. What they find is held against app/access before anybody counts or sees it.

create schema search;

create table search.entry (
  network_id uuid not null,
  noun text not null,
  subject_id uuid not null,
  -- Newest first, and the stretch of the index in which the keys lie.
  number bigint generated always as identity,
  body_id uuid,
  meeting_id uuid,
  day date,
  -- Stretch (number / 2^14) in the high bits, then 32 bits of hash, then whether the word is only a part of a compound.
  keys bigint[] not null default '{}',
  stale boolean not null default true,
  written xid8 not null default pg_current_xact_id(),
  primary key (network_id, noun, subject_id)
);
create unique index on search.entry (network_id, number);
create index on search.entry (network_id, meeting_id) where meeting_id is not null;
create index on search.entry (written) where stale;
create index on search.entry (network_id, number) where stale;
create index on search.entry using gin (keys) with (fastupdate = off);

-- No write can forget it: the old keys go at once, the new ones come before the transaction ends (app/ground/search.ts).
create function search.note() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from search.entry where network_id = old.network_id and noun = tg_table_name and subject_id = old.id;
    return null;
  end if;
  insert into search.entry (network_id, noun, subject_id) values (new.network_id, tg_table_name, new.id)
    on conflict (network_id, noun, subject_id)
    do update set keys = '{}', stale = true, written = pg_current_xact_id();
  return null;
end $$;

-- What was said in a meeting lies under its day and its body.
create function search.note_moved() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update search.entry set keys = '{}', stale = true, written = pg_current_xact_id()
    where network_id = new.network_id and meeting_id = new.id;
  return null;
end $$;

create trigger note_for_search after insert or delete or update of name, short_name on public.body
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of name, short_name on public.organization
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of name on public.person
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of name on public.office
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of name, place, day, body_id on public.meeting
  for each row execute function search.note();
create trigger note_moved_for_search after update of day, body_id on public.meeting
  for each row when (old.day is distinct from new.day or old.body_id is distinct from new.body_id)
  execute function search.note_moved();
create trigger note_for_search after insert or delete or update of title, meeting_id on public.agenda_item
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of content, speaker, speaker_id, minutes_id on public.entry
  for each row execute function search.note();
create trigger note_for_search
  after insert or delete or update of wording, owner_name, owner_person_id, body_id on public.commitment
  for each row execute function search.note();
create trigger note_for_search after insert or delete or update of wording, withdrawn_at on public.publication
  for each row execute function search.note();

create function search.network() returns uuid language sql stable set search_path = pg_catalog, pg_temp as
  $$ select nullif(current_setting('app.network', true), '')::uuid $$;

-- Rows of the network that wait for their keys, with their words: those of this transaction, or any. Taken is taken.
create function search.take(own boolean, most int)
  returns table (number bigint, content text, body_id uuid, people uuid[])
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  net uuid := search.network();
  waiting bigint[];
begin
  if own then
    waiting := array(select e.number from search.entry e
      where e.stale and e.written = pg_current_xact_id() and e.network_id = net order by e.number limit most);
  else
    waiting := array(select e.number from search.entry e
      where e.stale and e.network_id = net order by e.number limit most for update skip locked);
  end if;
  if cardinality(waiting) = 0 then return; end if;
  update search.entry e set stale = false where e.network_id = net and e.number = any(waiting);
  return query
  with taken as materialized (
    select e.number, e.noun, e.subject_id as id from search.entry e where e.network_id = net and e.number = any(waiting)
  ), told as (
    select t.number, concat_ws(' ', b.name, b.short_name) as content, b.id as body_id, null::uuid as meeting_id,
        null::date as day, '{}'::uuid[] as people
      from taken t join public.body b on b.network_id = net and b.id = t.id where t.noun = 'body'
    union all
    select t.number, concat_ws(' ', o.name, o.short_name), null, null, null, '{}'
      from taken t join public.organization o on o.network_id = net and o.id = t.id where t.noun = 'organization'
    union all
    select t.number, p.name, null, null, null, array[p.id]
      from taken t join public.person p on p.network_id = net and p.id = t.id where t.noun = 'person'
    union all
    select t.number, o.name, null, null, null, '{}'
      from taken t join public.office o on o.network_id = net and o.id = t.id where t.noun = 'office'
    union all
    select t.number, concat_ws(' ', m.name, m.place), m.body_id, m.id, m.day, '{}'
      from taken t join public.meeting m on m.network_id = net and m.id = t.id where t.noun = 'meeting'
    union all
    select t.number, i.title, m.body_id, m.id, m.day, '{}'
      from taken t join public.agenda_item i on i.network_id = net and i.id = t.id
      join public.meeting m on m.network_id = net and m.id = i.meeting_id where t.noun = 'agenda_item'
    union all
    select t.number, concat_ws(' ', e.content, e.speaker), m.body_id, m.id, m.day, array_remove(array[e.speaker_id], null)
      from taken t join public.entry e on e.network_id = net and e.id = t.id
      join public.minutes s on s.network_id = net and s.id = e.minutes_id
      join public.meeting m on m.network_id = net and m.id = s.meeting_id where t.noun = 'entry'
    union all
    select t.number, concat_ws(' ', c.wording, c.owner_name), c.body_id, null,
        (c.created_at at time zone 'UTC')::date, array_remove(array[c.owner_person_id], null)
      from taken t join public.commitment c on c.network_id = net and c.id = t.id where t.noun = 'commitment'
    union all
    select t.number, p.wording, null, null, (p.approved_at at time zone 'UTC')::date, '{}'
      from taken t join public.publication p on p.network_id = net and p.id = t.id
      where t.noun = 'publication' and p.door = 'public' and p.withdrawn_at is null
  ), placed as (
    update search.entry e set body_id = told.body_id, meeting_id = told.meeting_id, day = told.day
      from told where e.network_id = net and e.number = told.number
  )
  select told.number, told.content, told.body_id, told.people from told;
end $$;

-- [{"number": 1, "keys": [2, 4]}, …]
create function search.keep(all_keys jsonb) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update search.entry e
    set keys = array(select ((e.number >> 14) << 33) | k::bigint from jsonb_array_elements_text(one -> 'keys') k)
    from jsonb_array_elements(all_keys) one
    where e.network_id = search.network() and e.number = (one ->> 'number')::bigint
$$;

-- What holds each of up to eight asked words (each a list of keys), whole words before parts and newest first, of the
-- bodies given or of none. From a place on where `after_rank` and `after_number` say one.
create function search.found(
  asked jsonb, bodies uuid[], nouns text[], from_day date, until_day date, after_rank int, after_number bigint, most int
) returns table (rank int, number bigint, noun text, subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  net uuid := search.network();
  words int := jsonb_array_length(asked);
  last bigint := coalesce((select max(e.number) from search.entry e where e.network_id = net), -1);
  first bigint := coalesce((select min(e.number) from search.entry e where e.network_id = net), 0);
  below bigint;
  found int := 0;
  got int;
  whole1 bigint[]; whole2 bigint[]; whole3 bigint[]; whole4 bigint[];
  whole5 bigint[]; whole6 bigint[]; whole7 bigint[]; whole8 bigint[];
  k1 bigint[]; k2 bigint[]; k3 bigint[]; k4 bigint[]; k5 bigint[]; k6 bigint[]; k7 bigint[]; k8 bigint[];
begin
  if words = 0 or words > 8 then return; end if;
  for r in coalesce(after_rank, 0)..1 loop
    below := case when r = after_rank then after_number else last + 1 end;
    for stretch in reverse (below - 1) >> 14 .. first >> 14 loop
      whole1 := search.at(asked, 0, stretch, 0);
      k1 := search.at(asked, 0, stretch, r);
      whole2 := whole1; whole3 := whole1; whole4 := whole1; whole5 := whole1; whole6 := whole1; whole7 := whole1;
      whole8 := whole1; k2 := k1; k3 := k1; k4 := k1; k5 := k1; k6 := k1; k7 := k1; k8 := k1;
      if words > 1 then whole2 := search.at(asked, 1, stretch, 0); k2 := search.at(asked, 1, stretch, r); end if;
      if words > 2 then whole3 := search.at(asked, 2, stretch, 0); k3 := search.at(asked, 2, stretch, r); end if;
      if words > 3 then whole4 := search.at(asked, 3, stretch, 0); k4 := search.at(asked, 3, stretch, r); end if;
      if words > 4 then whole5 := search.at(asked, 4, stretch, 0); k5 := search.at(asked, 4, stretch, r); end if;
      if words > 5 then whole6 := search.at(asked, 5, stretch, 0); k6 := search.at(asked, 5, stretch, r); end if;
      if words > 6 then whole7 := search.at(asked, 6, stretch, 0); k7 := search.at(asked, 6, stretch, r); end if;
      if words > 7 then whole8 := search.at(asked, 7, stretch, 0); k8 := search.at(asked, 7, stretch, r); end if;
      return query
        select r, e.number, e.noun, e.subject_id from search.entry e
        where e.keys && k1 and e.keys && k2 and e.keys && k3 and e.keys && k4 and e.keys && k5 and e.keys && k6
          and e.keys && k7 and e.keys && k8 and e.network_id = net
          and (r = 0 or not (e.keys && whole1 and e.keys && whole2 and e.keys && whole3 and e.keys && whole4
            and e.keys && whole5 and e.keys && whole6 and e.keys && whole7 and e.keys && whole8))
          and (e.body_id is null or e.body_id = any(bodies))
          and (nouns is null or e.noun = any(nouns))
          and (from_day is null or e.day >= from_day) and (until_day is null or e.day <= until_day)
          and e.number < below
        -- Not by the index on number: it knows nothing of the words.
        order by e.number + 0 desc limit most - found;
      get diagnostics got = row_count;
      found := found + got;
      if found >= most then return; end if;
    end loop;
  end loop;
end $$;

-- The keys of one asked word in a stretch; with its parts too where `parts` is 1.
create function search.at(asked jsonb, word int, stretch bigint, parts int) returns bigint[]
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array_agg((stretch << 33) | k::bigint | part)
  from jsonb_array_elements_text(asked -> word) k, generate_series(0, parts) part
$$;

insert into search.entry (network_id, noun, subject_id)
  select network_id, 'body', id from public.body
  union all select network_id, 'organization', id from public.organization
  union all select network_id, 'person', id from public.person
  union all select network_id, 'office', id from public.office
  union all select network_id, 'meeting', id from public.meeting
  union all select network_id, 'agenda_item', id from public.agenda_item
  union all select network_id, 'commitment', id from public.commitment
  union all select network_id, 'publication', id from public.publication;
-- Lines of minutes in the order of the meetings they were said in.
insert into search.entry (network_id, noun, subject_id)
  select e.network_id, 'entry', e.id from public.entry e
  join public.minutes s on s.network_id = e.network_id and s.id = e.minutes_id
  join public.meeting m on m.network_id = s.network_id and m.id = s.meeting_id
  order by m.day nulls first, e.position;

revoke all on schema search from public;
revoke all on all functions in schema search from public;
grant usage on schema search to :app_role;
grant execute on function search.take, search.keep, search.found to :app_role;
