-- Minutes for everybody: what was decided about each passage, and what was published.

alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
  check (purpose in ('attendance', 'contact', 'photograph', 'minutes'));

alter table publication drop constraint publication_noun_check, add constraint publication_noun_check
  check (noun in ('commitment', 'decision', 'meeting', 'minutes'));

-- What the public is to read in the place of an item's title or an entry; null: nothing. The last one holds.
create table public_passage (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  entry_id uuid,
  agenda_item_id uuid,
  number integer not null,
  wording text,
  -- A digest of what stood inside then: once that says something else, it is to be decided anew.
  about text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, minutes_id, number),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, entry_id) references entry (network_id, id),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id),
  check (num_nonnulls(entry_id, agenda_item_id) = 1)
);

-- What was published of minutes, as it was approved: it points at nothing inside but the minutes.
create table public_version (
  network_id uuid not null references network (id),
  id uuid not null,
  publication_id uuid not null,
  minutes_id uuid not null,
  -- The day on which the minutes had been approved; null for a draft.
  approved_on date,
  content jsonb not null,
  primary key (network_id, id),
  unique (network_id, publication_id),
  foreign key (network_id, publication_id) references publication (network_id, id),
  foreign key (network_id, minutes_id) references minutes (network_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['public_passage', 'public_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on public_passage, public_version to :app_role;
-- A person is taken out of what was published; nothing else of it changes.
grant update (wording) on public_passage to :app_role;
grant update (content) on public_version to :app_role;
