-- Minutes that several people write at once: for each agenda item the changes of one document (Yjs), as they came in.

create table writing (
  network_id uuid not null references network (id),
  agenda_item_id uuid not null,
  -- Counts the changes of an item without a gap: whoever was away asks for what came after the last one he has.
  number integer not null check (number > 0),
  change bytea not null,
  -- Holds everything up to itself, so that a reader need not begin with the first.
  whole boolean not null,
  person_id uuid,
  at timestamptz not null,
  primary key (network_id, agenda_item_id, number),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id),
  check (octet_length(change) <= 1000000)
);

-- A text that was written at the table belongs to its meeting; one that was brought in has none until it is confirmed.
alter table reading add column meeting_id uuid;
alter table reading add foreign key (network_id, meeting_id) references meeting (network_id, id);

alter table writing enable row level security;
create policy network_wall on writing
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
-- No update: a change that was taken in stays as it came, until the minutes stand or an erasure takes them all.
grant select, insert, delete on writing to :app_role;
