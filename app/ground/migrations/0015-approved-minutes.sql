-- Approved minutes stay as they were approved; who may read them may still change. Words go by the door of an erasure,
-- which updates rows that the app can not update, so only new rows need a guard beside the minutes themselves.
create function keep_approved_minutes() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' and
    (tg_op = 'DELETE' or to_jsonb(new) - 'audience' is distinct from to_jsonb(old) - 'audience')
  then raise exception 'approved minutes are not changed'; end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep_approved before update or delete on minutes
  for each row execute function keep_approved_minutes();

-- The lock makes an approval wait for lines that are being written, and lines for an approval.
create function refuse_approved_minutes() returns trigger language plpgsql as $$
declare
  minutes_key uuid;
  standing text;
begin
  if tg_table_name in ('decision', 'appointment') then
    select e.minutes_id into minutes_key from entry e where e.network_id = new.network_id and e.id = new.entry_id;
  else
    minutes_key := new.minutes_id;
  end if;
  select m.state into standing from minutes m
    where m.network_id = new.network_id and m.id = minutes_key for share;
  if standing = 'approved' then raise exception 'approved minutes are not changed'; end if;
  return new;
end $$;
create trigger keep_approved before insert on revision for each row execute function refuse_approved_minutes();
create trigger keep_approved before insert on entry for each row execute function refuse_approved_minutes();
create trigger keep_approved before insert on decision for each row execute function refuse_approved_minutes();
create trigger keep_approved before insert on appointment for each row execute function refuse_approved_minutes();
