-- A commitment and a publication are found by the day of the network's calendar, as every page tells it, no longer by
-- that of Greenwich: of what was written shortly after midnight the two differ.
do $$
begin
  execute replace(
    pg_get_functiondef('search.take(boolean, int)'::regprocedure),
    'at time zone ''UTC''',
    'at time zone (select n.time_zone from public.network n where n.id = net)'
  );
end $$;
update search.entry set stale = true where noun in ('commitment', 'publication');
