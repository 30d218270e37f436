-- Members propose items for the agenda of a meeting to come, until a day; each is accepted or declined, once.

-- The day until which proposals are asked for, and with what words. The last one holds.
create table proposal_call (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  until_day date not null,
  wording text,
  -- How many were written to.
  sent integer not null check (sent >= 0),
  called_by uuid,
  called_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id)
);
create index on proposal_call (network_id, meeting_id);

create table proposal (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  title text not null,
  why text,
  -- Wished for, in minutes.
  duration integer check (duration between 1 and 600),
  channel text not null check (channel in ('link', 'account')),
  at timestamptz not null,
  answer text check (answer in ('accepted', 'declined')),
  reason text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  check ((answer is null) = (answered_at is null)),
  -- Nobody is turned down without being told why.
  check (answer is distinct from 'declined' or reason is not null)
);
create index on proposal (network_id, meeting_id);
create index on proposal (network_id, person_id);

do $$
declare
  t text;
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''proposal.make''::text]');
  foreach t in array array['proposal_call', 'proposal'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on proposal_call to :app_role;
grant update (sent) on proposal_call to :app_role;
grant select, insert, delete on proposal to :app_role;
grant update (answer, reason, answered_by, answered_at) on proposal to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (wording) on proposal_call to :app_role;
grant update (title, why) on proposal to :app_role;
