-- What a person agreed to, and took back: append-only, with the words that were read.

create table consent (
  network_id uuid not null references network (id),
  id uuid not null,
  person_id uuid not null,
  purpose text not null check (purpose in ('attendance', 'contact', 'photograph')),
  -- Counts what a person said about a purpose; the last one holds.
  number integer not null,
  kind text not null check (kind in ('given', 'withdrawn')),
  -- The sentence as it was shown, in the language in which it was read, and its version.
  wording text not null,
  version integer not null,
  language text not null,
  channel text not null check (channel in ('self', 'link', 'recorded')),
  -- Where a paper lies, or who was told, when somebody else wrote it down.
  note text,
  recorded_by uuid,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, person_id, purpose, number),
  foreign key (network_id, person_id) references person (network_id, id),
  check ((channel = 'recorded') = (recorded_by is not null))
);

alter table consent enable row level security;
create policy network_wall on consent
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert on consent to :app_role;

alter table personal_link drop constraint personal_link_purpose_check;
alter table personal_link add constraint personal_link_purpose_check
  check (purpose in ('commitment.report', 'consent.give'));
