-- Attendance as it happens, and when a body could decide.

-- Local to the network. Who came before the meeting began has no time; who left has one.
alter table attendance
  add came_at time(0),
  add left_at time(0),
  -- Of somebody who is not there: who sits or votes for him.
  add represented_by_id uuid,
  add foreign key (network_id, represented_by_id) references person (network_id, id);

-- What changed about deciding, each with a person and a time; never changed. `found` and `lost` follow from who comes
-- and goes, with the numbers of then; the others were said by somebody: a presumption was doubted or taken up again,
-- the meeting is a second one on the same matter or it is not.
create table quorum_change (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  -- In the order in which they were recorded: several can be of one instant.
  number integer not null,
  kind text not null check (kind in ('found', 'lost', 'doubted', 'presumed', 'second', 'first')),
  -- Local to the network; null where it was told afterwards without a time.
  clock_time time(0),
  present integer,
  needed integer,
  basis integer,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, meeting_id, number),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  check ((kind in ('found', 'lost')) = (num_nonnulls(present, needed, basis) = 3))
);

alter table quorum_change enable row level security;
create policy network_wall on quorum_change
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert on quorum_change to :app_role;
