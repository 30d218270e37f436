-- A paper that others sign: opened until a day with the wording that is put before them, and what each who signs says.

create table signing (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  number integer not null,
  -- The wording that people outside see: a newer one is put before them by opening anew.
  version integer not null,
  -- The last day on which it can be signed.
  until_day date not null,
  -- To those who are asked.
  sentence text not null,
  -- What stands in the address that is passed on: it opens what everybody is asked to read, so it is no secret.
  common_key text,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id),
  foreign key (network_id, paper_id, version) references paper_version (network_id, paper_id, number)
);
-- Of a paper one is open at most.
create unique index signing_open on signing (network_id, paper_id) where closed_at is null;
create index on signing (network_id, common_key) where common_key is not null;

-- Whoever was let in to sign, by a personal link that leads here. Words are there while a signature stands: taken back, they go.
create table signature (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  -- In the order in which they were let in.
  number integer not null,
  -- Empty for whoever asked for a link himself.
  asked_by uuid,
  begun_at timestamptz not null,
  name text,
  -- Organisation or role.
  affiliation text,
  -- Whether the name may be told to everybody, and the sentence that was agreed to.
  named boolean not null default false,
  consent text,
  -- The wording that was signed.
  version integer,
  signed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id),
  check ((signed_at is null) = (name is null) and (signed_at is null) = (version is null)),
  check (signed_at is not null or (affiliation is null and not named)),
  check (named = (consent is not null)),
  check (signed_at is null or withdrawn_at is null)
);
create index on signature (network_id, paper_id, signed_at);

do $$
declare
  t text;
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''paper.sign''::text]');
  foreach t in array array['signing', 'signature'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;
create index on personal_link (network_id, subject_id) where purpose = 'paper.sign';

grant select, insert on signing, signature to :app_role;
grant update (closed_by, closed_at) on signing to :app_role;
grant update (name, affiliation, named, consent, version, signed_at, withdrawn_at) on signature to :app_role;
-- A person is taken out of what was written.
grant update (sentence) on signing to :app_role;
