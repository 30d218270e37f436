-- A question of a million rows: the index is asked for many stretches at once, few where words are frequent and ever more
-- where they are rare, and never for stretches that hold nothing of the days and kinds asked for.

-- What lies in a stretch of 2^12 numbers. Only ever widened: a stretch that is looked at in vain costs little.
create table search.stretch (
  network_id uuid not null,
  stretch bigint not null,
  first_day date,
  last_day date,
  nouns text[] not null,
  primary key (network_id, stretch)
);

update search.entry
  set keys = array(select ((number >> 12) << 33) | (k & 8589934591) from unnest(keys) k)
  where keys <> '{}';
insert into search.stretch
  select network_id, number >> 12, min(day), max(day), array_agg(distinct noun) from search.entry group by 1, 2;
-- Forms of verbs share a key from now on: every row gets its keys anew, a portion at a time, and is found meanwhile.
update search.entry set stale = true;

-- [{"number": 1, "keys": [2, 4]}, …]
create or replace function search.keep(all_keys jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  net uuid := search.network();
  numbers bigint[] := array(select (one ->> 'number')::bigint from jsonb_array_elements(all_keys) one);
begin
  update search.entry e
    set keys = array(select ((e.number >> 12) << 33) | k::bigint from jsonb_array_elements_text(one -> 'keys') k)
    from jsonb_array_elements(all_keys) one
    where e.network_id = net and e.number = (one ->> 'number')::bigint;
  -- Nothing is written where it holds already: every write of the network would wait for the one before.
  insert into search.stretch
    select net, e.number >> 12, min(e.day), max(e.day), array_agg(distinct e.noun) from search.entry e
      where e.network_id = net and e.number = any(numbers)
        and not exists (select from search.stretch s where s.network_id = net and s.stretch = e.number >> 12)
      group by 2
    on conflict do nothing;
  update search.stretch s
    set first_day = least(s.first_day, held.first_day), last_day = greatest(s.last_day, held.last_day),
      nouns = array(select distinct noun from unnest(s.nouns || held.nouns) noun order by noun)
    from (select e.number >> 12 as stretch, min(e.day) as first_day, max(e.day) as last_day,
        array_agg(distinct e.noun) as nouns
      from search.entry e where e.network_id = net and e.number = any(numbers) group by 1) held
    where s.network_id = net and s.stretch = held.stretch
      and not (s.nouns @> held.nouns and (held.first_day is null
        or (s.first_day is not null and held.first_day >= s.first_day and held.last_day <= s.last_day)));
end $$;

drop function search.at(jsonb, int, bigint, int);
-- The keys of one asked word in stretches; with its parts too where `parts` is 1.
create function search.at(asked jsonb, word int, stretches bigint[], parts int) returns bigint[]
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array_agg((stretch << 33) | k::bigint | part)
  from jsonb_array_elements_text(asked -> word) k, generate_series(0, parts) part, unnest(stretches) stretch
$$;

-- What holds each of up to eight asked words (each a list of keys), whole words before parts and newest first, of the
-- bodies given or of none. From a place on where `after_rank` and `after_number` say one.
create or replace function search.found(
  asked jsonb, bodies uuid[], nouns text[], from_day date, until_day date, after_rank int, after_number bigint, most int
) returns table (rank int, number bigint, noun text, subject_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  net uuid := search.network();
  words int := jsonb_array_length(asked);
  wanted text[] := nouns;
  every bigint[] := array(select s.stretch from search.stretch s where s.network_id = net
    and (wanted is null or s.nouns && wanted)
    and (from_day is null or s.last_day >= from_day) and (until_day is null or s.first_day <= until_day)
    order by s.stretch desc);
  -- As many as a list of keys may hold before the index takes long to read it.
  widest int := greatest(1, 64 / greatest(words, 1));
  stretches bigint[];
  here bigint[];
  below bigint;
  at int;
  wide int;
  found int := 0;
  got int;
  w1 bigint[]; w2 bigint[]; w3 bigint[]; w4 bigint[]; w5 bigint[]; w6 bigint[]; w7 bigint[]; w8 bigint[];
  k1 bigint[]; k2 bigint[]; k3 bigint[]; k4 bigint[]; k5 bigint[]; k6 bigint[]; k7 bigint[]; k8 bigint[];
begin
  if words = 0 or words > 8 then return; end if;
  for r in coalesce(after_rank, 0)..1 loop
    below := case when r = after_rank then after_number else 9223372036854775807 end;
    stretches := array(select s from unnest(every) s where s <= (below - 1) >> 12 order by s desc);
    at := 1;
    wide := 1;
    while at <= cardinality(stretches) loop
      here := stretches[at : at + wide - 1];
      at := at + wide;
      wide := least(wide * 2, widest);
      w1 := search.at(asked, 0, here, 0);
      k1 := search.at(asked, 0, here, r);
      if words = 1 then
        return query
          select r, e.number, e.noun, e.subject_id from search.entry e
          where e.keys && k1 and e.network_id is not distinct from net and (r = 0 or not e.keys && w1)
            and (e.body_id is null or e.body_id = any(bodies)) and (nouns is null or e.noun || '' = any(nouns))
            and (from_day is null or e.day >= from_day) and (until_day is null or e.day <= until_day)
            and e.number + 0 < below
          -- By the index of words alone, hence neither network nor number as they stand: the others know nothing of words.
          order by e.number + 0 desc limit most - found;
      else
        w2 := search.at(asked, 1, here, 0);
        k2 := search.at(asked, 1, here, r);
        if words = 2 then
          return query
            select r, e.number, e.noun, e.subject_id from search.entry e
            where e.keys && k1 and e.keys && k2 and e.network_id is not distinct from net
              and (r = 0 or not (e.keys && w1 and e.keys && w2))
              and (e.body_id is null or e.body_id = any(bodies)) and (nouns is null or e.noun || '' = any(nouns))
              and (from_day is null or e.day >= from_day) and (until_day is null or e.day <= until_day)
              and e.number + 0 < below
            order by e.number + 0 desc limit most - found;
        else
          w3 := search.at(asked, 2, here, 0);
          k3 := search.at(asked, 2, here, r);
          w4 := w3; w5 := w3; w6 := w3; w7 := w3; w8 := w3; k4 := k3; k5 := k3; k6 := k3; k7 := k3; k8 := k3;
          if words > 3 then w4 := search.at(asked, 3, here, 0); k4 := search.at(asked, 3, here, r); end if;
          if words > 4 then w5 := search.at(asked, 4, here, 0); k5 := search.at(asked, 4, here, r); end if;
          if words > 5 then w6 := search.at(asked, 5, here, 0); k6 := search.at(asked, 5, here, r); end if;
          if words > 6 then w7 := search.at(asked, 6, here, 0); k7 := search.at(asked, 6, here, r); end if;
          if words > 7 then w8 := search.at(asked, 7, here, 0); k8 := search.at(asked, 7, here, r); end if;
          return query
            select r, e.number, e.noun, e.subject_id from search.entry e
            where e.keys && k1 and e.keys && k2 and e.keys && k3 and e.keys && k4 and e.keys && k5 and e.keys && k6
              and e.keys && k7 and e.keys && k8 and e.network_id is not distinct from net
              and (r = 0 or not (e.keys && w1 and e.keys && w2 and e.keys && w3 and e.keys && w4
                and e.keys && w5 and e.keys && w6 and e.keys && w7 and e.keys && w8))
              and (e.body_id is null or e.body_id = any(bodies)) and (nouns is null or e.noun || '' = any(nouns))
              and (from_day is null or e.day >= from_day) and (until_day is null or e.day <= until_day)
              and e.number + 0 < below
            order by e.number + 0 desc limit most - found;
        end if;
      end if;
      get diagnostics got = row_count;
      found := found + got;
      if found >= most then return; end if;
    end loop;
  end loop;
end $$;

revoke all on all functions in schema search from public;
grant execute on function search.take, search.keep, search.found to :app_role;
