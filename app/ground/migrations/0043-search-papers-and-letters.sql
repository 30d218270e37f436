-- Papers are found by their name and the wording that holds, letters by subject, address and wording.

create function search.note_paper() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into search.entry (network_id, noun, subject_id) values (new.network_id, 'paper', new.paper_id)
    on conflict (network_id, noun, subject_id)
    do update set keys = '{}', stale = true, written = pg_current_xact_id();
  return null;
end $$;

create trigger note_for_search after insert or delete or update of name, body_id on public.paper
  for each row execute function search.note();
create trigger note_for_search after insert or update of wording on public.paper_version
  for each row execute function search.note_paper();
create trigger note_for_search after insert or delete or update of subject, address, wording, body_id, sent_at
  on public.letter for each row execute function search.note();

do $$
declare
  known text := pg_get_functiondef('search.take(boolean, int)'::regprocedure);
  last text := 'where t.noun = ''publication'' and p.door = ''public'' and p.withdrawn_at is null';
begin
  if position(last in known) = 0 then raise exception 'search.take is not as it was'; end if;
  execute replace(known, last, last || '
    union all
    select t.number, concat_ws('' '', p.name, (select v.wording from public.paper_version v
        where v.network_id = net and v.paper_id = p.id order by v.number desc limit 1)), p.body_id, null,
        (p.created_at at time zone (select n.time_zone from public.network n where n.id = net))::date, ''{}''
      from taken t join public.paper p on p.network_id = net and p.id = t.id where t.noun = ''paper''
    union all
    select t.number, concat_ws('' '', l.subject, l.address, l.wording), l.body_id, null,
        (coalesce(l.sent_at, l.created_at) at time zone (select n.time_zone from public.network n where n.id = net))::date,
        ''{}''
      from taken t join public.letter l on l.network_id = net and l.id = t.id where t.noun = ''letter''');
end $$;

insert into search.entry (network_id, noun, subject_id)
  select network_id, 'paper', id from public.paper
  union all select network_id, 'letter', id from public.letter;

revoke all on all functions in schema search from public;
grant execute on function search.take, search.keep, search.found to :app_role;
