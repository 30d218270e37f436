-- Data protection: erasure (Art. 17 GDPR), access (Art. 15), retention (Art. 5 (1) e).

-- A person's wish to be erased, and what became of it. Ids of persons are pseudonyms here: once a person is erased
-- they lead nowhere, so none of them is a foreign key.
create table erasure (
  network_id uuid not null references network (id),
  id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'done', 'declined')),
  asked_by uuid,
  asked_at timestamptz not null,
  -- Why it was declined (Art. 12 (4)): what the person is told.
  reason text,
  settled_by uuid,
  settled_at timestamptz,
  -- How many rows of which record were removed or redacted.
  counts jsonb,
  primary key (network_id, id),
  check ((state = 'asked') = (settled_at is null))
);
create index on erasure (network_id, person_id);
create unique index erasure_one_open on erasure (network_id, person_id) where state = 'asked';

-- An archive that was asked for, by whom and when. It is made when it is fetched.
create table access_request (
  network_id uuid not null references network (id),
  id uuid not null,
  person_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  primary key (network_id, id)
);
create index on access_request (network_id, person_id);

-- Files that an act took back: they go from the disk after the commit, and again at night where that failed.
create table file_removal (
  network_id uuid not null references network (id),
  sha256 text not null,
  asked_at timestamptz not null,
  primary key (network_id, sha256)
);

-- How long a kind of record is kept, where the network decided otherwise than the default. The newest row counts.
create table retention_period (
  network_id uuid not null references network (id),
  id uuid not null,
  kind text not null,
  days integer not null check (days between 1 and 36500),
  set_by uuid,
  set_at timestamptz not null,
  primary key (network_id, id)
);
create index on retention_period (network_id, kind, set_at);

-- Nothing of this kind goes while a hold stands.
create table retention_hold (
  network_id uuid not null references network (id),
  id uuid not null,
  kind text not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (network_id, id)
);
create unique index retention_hold_one on retention_hold (network_id, kind) where lifted_at is null;

-- What went by itself: how many of which kind, older than what.
create table retention_run (
  network_id uuid not null references network (id),
  id uuid not null,
  kind text not null,
  days integer not null,
  older_than timestamptz not null,
  count integer not null,
  at timestamptz not null,
  primary key (network_id, id)
);

-- The text is no longer that of the file that came in: a person was taken out of it.
alter table source add column redacted_at timestamptz;

do $$
declare t text;
begin
  foreach t in array array[
    'erasure', 'access_request', 'file_removal', 'retention_period', 'retention_hold', 'retention_run'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on erasure, access_request, file_removal, retention_period, retention_hold, retention_run to :app_role;
grant update (state, reason, settled_by, settled_at, counts) on erasure to :app_role;
grant update (reason, lifted_by, lifted_at) on retention_hold to :app_role;
grant delete on access_request, file_removal to :app_role;

-- The one door into what is append-only: it opens in the transaction that settles an erasure, for the network of that
-- transaction and for the words of the list, and for nothing else. As the owner it passes the wall, so the network
-- stands in every statement.
create function erase_words(erasure_id uuid, record text, place text, key uuid, words text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  network uuid := nullif(current_setting('app.network', true), '')::uuid;
  key_column text := case when record in ('decision', 'appointment') then 'entry_id' else 'id' end;
begin
  if not exists (
    select from erasure e where e.network_id = network and e.id = erasure_id and e.state = 'done'
      and e.xmin = pg_current_xact_id()::xid
  ) then raise exception 'no erasure is being carried out'; end if;
  if (record, place) not in (
    ('entry', 'content'), ('entry', 'speaker'), ('decision', 'condition'),
    ('appointment', 'title'), ('appointment', 'words'), ('appointment', 'place'), ('commitment_event', 'sentence')
  ) then raise exception 'not a place of words: %.%', record, place; end if;
  execute format('update %I set %I = $1 where network_id = $2 and %I = $3', record, place, key_column)
    using words, network, key;
end $$;

-- Takes the person out of the references that append-only records hold.
create function erase_references(erasure_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  network uuid := nullif(current_setting('app.network', true), '')::uuid;
  person uuid;
begin
  select e.person_id into person from erasure e where e.network_id = network and e.id = erasure_id
    and e.state = 'done' and e.xmin = pg_current_xact_id()::xid;
  if person is null then raise exception 'no erasure is being carried out'; end if;
  update entry set speaker_id = null where network_id = network and speaker_id = person;
  update commitment_event set link_id = null where network_id = network and link_id in (
    select l.id from personal_link l where l.network_id = network and l.person_id = person);
  update commitment_event set person_id = null where network_id = network and person_id = person;
end $$;

-- The account goes with its person, unless somebody of another network signs in with it. Links that wait for the
-- address go as well.
create function erase_account(erasure_id uuid, account text, address text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  network uuid := nullif(current_setting('app.network', true), '')::uuid;
begin
  if not exists (
    select from erasure e where e.network_id = network and e.id = erasure_id and e.state = 'done'
      and e.xmin = pg_current_xact_id()::xid
  ) then raise exception 'no erasure is being carried out'; end if;
  if exists (select from person p where p.account_id = account) then return; end if;
  delete from sign_in.verification v where position(lower(address) in lower(v.value)) > 0;
  delete from sign_in."user" u where u.id = account;
end $$;

-- Old lines of the journal go only in the transaction that writes down that they go.
create function forget_journal(run_id uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  network uuid := nullif(current_setting('app.network', true), '')::uuid;
  before timestamptz;
  gone integer;
begin
  select r.older_than into before from retention_run r where r.network_id = network and r.id = run_id
    and r.kind = 'journal' and r.xmin = pg_current_xact_id()::xid;
  if before is null then raise exception 'no retention run is being carried out'; end if;
  delete from journal where network_id = network and at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke execute on function erase_words(uuid, text, text, uuid, text), erase_references(uuid), erase_account(uuid, text, text), forget_journal(uuid) from public;
grant execute on function erase_words(uuid, text, text, uuid, text), erase_references(uuid), erase_account(uuid, text, text), forget_journal(uuid) to :app_role;
