-- What a task said of its owners and its time may hold a name like every other text of minutes.

create or replace function erase_words(erasure_id uuid, record text, place text, key uuid, words text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  network uuid := nullif(current_setting('app.network', true), '')::uuid;
  key_column text := case when record in ('decision', 'appointment') then 'entry_id' else 'id' end;
begin
  if not exists (
    select from erasure e where e.network_id = network and e.id = erasure_id and e.state = 'done'
      and e.xmin = pg_current_xact_id()::xid
  ) then raise exception 'no erasure is being carried out'; end if;
  if (record, place) not in (
    ('entry', 'content'), ('entry', 'speaker'), ('entry', 'owners'), ('entry', 'due_words'), ('decision', 'condition'),
    ('appointment', 'title'), ('appointment', 'words'), ('appointment', 'place'), ('commitment_event', 'sentence')
  ) then raise exception 'not a place of words: %.%', record, place; end if;
  execute format('update %I set %I = $1 where network_id = $2 and %I = $3', record, place, key_column)
    using words, network, key;
end $$;
