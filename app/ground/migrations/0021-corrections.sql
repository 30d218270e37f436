-- Minutes go round for corrections until a day; what somebody proposes is accepted or declined with a word. The minutes
-- stay as they were written: an accepted correction stands beside its line.

create table circulation (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  -- The last day on which corrections are taken.
  until_day date not null,
  begun_by uuid,
  begun_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, minutes_id) references minutes (network_id, id)
);
create index on circulation (network_id, minutes_id, begun_at);

-- One whom the minutes were sent to.
create table circulated (
  network_id uuid not null references network (id),
  id uuid not null,
  circulation_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- Sees single items, not the minutes.
  guest boolean not null,
  -- Empty where nothing could be written to him.
  outbox_id uuid,
  primary key (network_id, id),
  unique (network_id, circulation_id, person_id),
  foreign key (network_id, circulation_id) references circulation (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on circulated (network_id, person_id);

create table correction (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  -- Empty for one that was recorded after the minutes had been approved.
  circulation_id uuid,
  -- What it is about: a line, all of an item, or neither.
  entry_id uuid,
  agenda_item_id uuid,
  -- What should stand there, and why.
  wording text not null,
  reason text,
  -- Whose proposal it is; empty where he was erased.
  person_id uuid,
  channel text not null check (channel in ('link', 'account')),
  proposed_at timestamptz not null,
  answer text check (answer in ('accepted', 'declined')),
  word text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, circulation_id) references circulation (network_id, id),
  foreign key (network_id, entry_id) references entry (network_id, id),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  check (num_nonnulls(entry_id, agenda_item_id) <= 1),
  check ((answer is null) = (answered_at is null)),
  check (circulation_id is not null or answer = 'accepted')
);
create index on correction (network_id, minutes_id, proposed_at);
create index on correction (network_id, person_id);

-- Nothing is proposed to minutes that were approved, and nothing answered: it waits for an approval like a line does.
create function keep_corrections() returns trigger language plpgsql as $$
declare
  standing text;
begin
  if tg_op = 'UPDATE' and (new.answer is not distinct from old.answer) then return new; end if;
  if tg_op = 'UPDATE' and old.answer is not null then raise exception 'an answer is not changed'; end if;
  if new.circulation_id is null then return new; end if;
  select m.state into standing from minutes m
    where m.network_id = new.network_id and m.id = new.minutes_id for share;
  if standing = 'approved' then raise exception 'approved minutes are not changed'; end if;
  return new;
end $$;
create trigger keep_corrections before insert or update on correction
  for each row execute function keep_corrections();

do $$
declare
  t text;
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''minutes.correct''::text]');
  foreach t in array array['circulation', 'circulated', 'correction'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on circulation, correction to :app_role;
grant select, insert, delete on circulated to :app_role;
grant update (outbox_id) on circulated to :app_role;
grant update (answer, word, answered_by, answered_at) on correction to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (wording, reason, person_id) on correction to :app_role;
