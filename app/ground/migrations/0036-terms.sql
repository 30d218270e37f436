-- Terms and positions of a body that hold from a day until another, replaced by newer ones.

create table term (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('word', 'position')),
  -- The term, or a position's name, as texts use it.
  wording text not null,
  -- What is meant, or the position itself.
  meaning text,
  -- The first and the last day on which it holds.
  from_day date not null,
  until_day date check (until_day >= from_day),
  replaced_by uuid,
  -- Why it holds no longer.
  reason text,
  created_by uuid,
  created_at timestamptz not null,
  ended_by uuid,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, replaced_by) references term (network_id, id),
  check (replaced_by is null or until_day is not null),
  check (replaced_by <> id)
);
create index on term (network_id, body_id);

alter table term enable row level security;
create policy network_wall on term using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on term to :app_role;
grant update (until_day, replaced_by, reason, ended_by) on term to :app_role;
-- A person is taken out of what was written.
grant update (wording, meaning) on term to :app_role;

-- An item that tells what another body decided about a paper of ours.
alter table agenda_item add consultation_id uuid;
alter table agenda_item
  add foreign key (network_id, consultation_id) references consultation (network_id, id),
  add check (num_nonnulls(idea_id, group_id, consultation_id) <= 1);
