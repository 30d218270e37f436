-- What follows when a day passes without an answer, agreed in advance. It fires once, or a person stops it before.

create table consequence (
  network_id uuid not null references network (id),
  id uuid not null,
  commitment_id uuid not null,
  -- In the order in which they were agreed; several can be of one instant.
  number integer not null,
  kind text not null check (kind in ('agenda', 'letter', 'public_mark', 'reminder', 'fallback_owner')),
  -- Approved by whoever agreed it, for everybody whom it reaches: an agenda, a mail, a letter, the public.
  wording text not null,
  -- Whole days after the due day that pass before it fires.
  grace smallint not null check (grace between 0 and 365),
  -- Of `agenda`: whose next one.
  body_id uuid,
  -- Of `letter` and `fallback_owner`: to whom. A person is empty after an erasure.
  to_kind text check (to_kind in ('person', 'office', 'organization', 'outside')),
  to_person_id uuid,
  to_office_id uuid,
  to_organization_id uuid,
  to_name text,
  agreed_by uuid,
  agreed_at timestamptz not null,
  state text not null check (state in ('armed', 'fired', 'stopped')),
  fired_at timestamptz,
  -- The due day that had passed, as it was then.
  missed_on date,
  effect text check (effect in ('item', 'waits', 'letter', 'mark', 'mail', 'owner', 'nobody')),
  -- Where it was put on an agenda. The item can be taken off it like any other.
  meeting_id uuid,
  item_id uuid,
  stopped_by uuid,
  stopped_at timestamptz,
  stop_reason text,
  primary key (network_id, id),
  unique (network_id, commitment_id, number),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, to_person_id) references person (network_id, id),
  foreign key (network_id, to_office_id) references office (network_id, id),
  foreign key (network_id, to_organization_id) references organization (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  check ((kind = 'agenda') = (body_id is not null)),
  check ((kind in ('letter', 'fallback_owner')) = (to_kind is not null)),
  check ((state = 'fired') = (fired_at is not null and missed_on is not null and effect is not null)),
  check ((state = 'stopped') = (stopped_at is not null and stop_reason is not null))
);
create index on consequence (network_id, commitment_id) where state = 'armed';
create index on consequence (network_id, to_person_id);
create index on consequence (network_id, body_id) where effect in ('item', 'waits');

-- What has fired or was stopped stays so, whoever writes the row.
create function keep_consequence_ended() returns trigger language plpgsql as $$
begin
  if old.state <> 'armed' and (new.state <> old.state or new.fired_at is distinct from old.fired_at
    or new.stopped_at is distinct from old.stopped_at)
  then raise exception 'this consequence has ended'; end if;
  return new;
end $$;
create trigger keep_consequence_ended before update on consequence
  for each row execute function keep_consequence_ended();

alter table consequence enable row level security;
create policy network_wall on consequence
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on consequence to :app_role;
grant update (state, fired_at, missed_on, effect, meeting_id, item_id, stopped_by, stopped_at, stop_reason)
  on consequence to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (wording, to_person_id, to_name) on consequence to :app_role;
