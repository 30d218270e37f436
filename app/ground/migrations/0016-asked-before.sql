-- Before a meeting every owner of an open commitment of its body is asked once, in one mail, how it stands.

create table asking (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  body_id uuid not null,
  -- Empty where it began by itself.
  begun_by uuid,
  begun_at timestamptz not null,
  -- When the last mail was written.
  done_at timestamptz,
  primary key (network_id, id),
  -- Once a meeting, whoever begins it.
  unique (network_id, meeting_id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id)
);

-- One who is asked, with everything that is his: a person, or an address of somebody outside.
create table asked (
  network_id uuid not null references network (id),
  id uuid not null,
  asking_id uuid not null,
  person_id uuid,
  addressee text,
  -- Ids of commitments, each with the approved wording in which it is told, null where he sees it himself.
  commitments jsonb not null,
  -- Empty where nothing could be written to him.
  outbox_id uuid,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, asking_id) references asking (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  check (num_nonnulls(person_id, addressee) = 1)
);
-- Whatever is killed when, and however many processes write: one mail each.
create unique index asked_person_once on asked (network_id, asking_id, person_id) where person_id is not null;
create unique index asked_addressee_once on asked (network_id, asking_id, lower(addressee)) where addressee is not null;
create index on asked (network_id, person_id);

do $$
declare
  t text;
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''commitments.report''::text]');
  foreach t in array array['asking', 'asked'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on asking to :app_role;
grant update (done_at) on asking to :app_role;
grant select, insert, delete on asked to :app_role;
grant update (commitments, outbox_id) on asked to :app_role;
