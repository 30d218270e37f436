-- Who is let in to a single agenda item, how long an organisation takes part, and what can be published.

-- An item's named persons where its audience is `named`, and its guests: they see this item, whatever the meeting's
-- audience.
create table agenda_item_person (
  network_id uuid not null references network (id),
  agenda_item_id uuid not null,
  person_id uuid not null,
  primary key (network_id, agenda_item_id, person_id),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id) on delete cascade,
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on agenda_item_person (network_id, person_id);
create index on meeting_named_person (network_id, person_id);
alter table agenda_item_person enable row level security;
create policy network_wall on agenda_item_person
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert, update, delete on agenda_item_person to :app_role;

-- OParl 1.1 Organization: startDate, endDate. Mandates held for it end with it.
alter table organization add start_date date, add end_date date, add check (end_date >= start_date);

alter table membership drop constraint membership_role_check, add constraint membership_role_check
  check (role in ('chair', 'deputy_chair', 'minute_taker', 'member', 'delegate', 'deputy', 'observer', 'volunteer', 'guest', 'staff'));

alter table publication drop constraint publication_noun_check, add constraint publication_noun_check
  check (noun in ('commitment', 'decision', 'meeting'));
create index on publication (network_id, approved_at) where door = 'public' and withdrawn_at is null;
