-- What has to come true before a commitment binds, watched: on a day somebody is asked whether it has. Every question is
-- a row; the next one begins where the last was answered with "not yet".

create table condition (
  network_id uuid not null references network (id),
  id uuid not null,
  commitment_id uuid not null,
  -- In the order in which they were asked; several can be of one instant.
  number integer not null,
  -- Approved by whoever named it, for whoever is asked.
  wording text not null,
  -- Whole days from the day it came true until the commitment is due. Null: its due day stays as it is.
  days smallint check (days between 0 and 730),
  -- Empty after an erasure.
  asked_id uuid,
  -- The first day on which the question is asked.
  ask_on date not null,
  named_by uuid,
  named_at timestamptz not null,
  asked_at timestamptz,
  -- Whether there was a mailbox to ask.
  mailed boolean,
  state text not null check (state in ('watched', 'met', 'not_yet', 'never', 'replaced')),
  answered_by uuid,
  answered_at timestamptz,
  -- The day on which it came true.
  met_on date,
  sentence text,
  primary key (network_id, id),
  unique (network_id, commitment_id, number),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, asked_id) references person (network_id, id),
  check ((asked_at is null) = (mailed is null)),
  check ((state = 'watched') = (answered_at is null)),
  check ((state = 'met') = (met_on is not null))
);
-- Of a commitment one question is open at most.
create unique index condition_watched on condition (network_id, commitment_id) where state = 'watched';
create index on condition (network_id, ask_on) where state = 'watched' and asked_at is null;
create index on condition (network_id, asked_id);

-- What was answered stays so, whoever writes the row.
create function keep_condition_answered() returns trigger language plpgsql as $$
begin
  if old.state <> 'watched' and (new.state <> old.state or new.answered_at is distinct from old.answered_at
    or new.met_on is distinct from old.met_on)
  then raise exception 'this condition was answered'; end if;
  return new;
end $$;
create trigger keep_condition_answered before update on condition
  for each row execute function keep_condition_answered();

do $$
declare
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''condition.answer''::text]');
end $$;

alter table condition enable row level security;
create policy network_wall on condition
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on condition to :app_role;
grant update (asked_at, mailed, state, answered_by, answered_at, met_on, sentence) on condition to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (wording, asked_id) on condition to :app_role;
