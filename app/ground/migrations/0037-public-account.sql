-- The public account: what was asked of an authority and what came of it, as it was shown to the authority and then to
-- everybody. An entry is a copy: what changes inside later is told by a newer one.

create table account_entry (
  network_id uuid not null references network (id),
  -- The personal link of the authority carries the same id.
  id uuid not null,
  commitment_id uuid not null,
  -- The organization or office that owns the commitment; for an outside name, one id for all entries of that name.
  authority_id uuid not null,
  authority text not null,
  wording text not null,
  asked_on date not null,
  -- Until when it was promised, or else demanded.
  due_on date,
  state text not null check (state in ('open', 'under_way', 'done', 'missed', 'dropped')),
  -- The first answer with words, and the first promise.
  answered_on date,
  promised_on date,
  kept boolean not null,
  -- Every answer: day, kind, wording without names, office.
  answers jsonb not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  -- The first day on which it may be published.
  public_from date not null,
  published_by uuid,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (network_id, id),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  check (not kept or promised_on is not null),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
-- Of a commitment one entry is public and one waits at most.
create unique index account_entry_public on account_entry (network_id, commitment_id)
  where published_at is not null and withdrawn_at is null;
create unique index account_entry_waiting on account_entry (network_id, commitment_id)
  where published_at is null and withdrawn_at is null;
create index on account_entry (network_id, authority_id, asked_on);
create index on account_entry (network_id, commitment_id);

-- What an authority says beside an entry, in its own words; the last one holds, and stays through newer entries.
create table account_statement (
  network_id uuid not null references network (id),
  id uuid not null,
  entry_id uuid not null,
  number integer not null,
  content text not null,
  said_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, entry_id, number),
  foreign key (network_id, entry_id) references account_entry (network_id, id)
);

do $$
declare
  t text;
  known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''account.state''::text]');
  foreach t in array array['account_entry', 'account_statement'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on account_entry, account_statement to :app_role;
grant update (published_by, published_at, withdrawn_by, withdrawn_at, withdrawn_reason) on account_entry to :app_role;
-- A person is taken out of what was written.
grant update (authority, wording, answers, withdrawn_reason) on account_entry to :app_role;
grant update (content) on account_statement to :app_role;
