-- Demands, positions, motions and letters of a body, with everything that became of them over the years (OParl 1.1: Paper,
-- Consultation). What happened is a record with a day; nothing of it is changed.

create table paper (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  paper_type text not null check (paper_type in ('demand', 'position', 'motion', 'letter', 'open_letter')),
  name text not null,
  -- What is asked of whom, as the record of commitments holds it.
  commitment_id uuid,
  -- Never wider than the network: what strangers read is a publication.
  audience text not null check (audience in ('network', 'body', 'board')),
  without_administration boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, commitment_id) references commitment (network_id, id)
);
create index on paper (network_id, body_id);
create index on paper (network_id, commitment_id);

-- A wording; the last one holds.
create table paper_version (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  number integer not null,
  wording text not null,
  -- What is new in it, and why.
  note text,
  person_id uuid,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id)
);

-- Where it stands; the last one holds.
create table paper_state (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  number integer not null,
  state text not null check (state in ('drafted', 'raised', 'under_way', 'won', 'partly_won', 'lost', 'dropped')),
  -- The day since which it is so, which may lie long before it was written down.
  day date not null,
  sentence text,
  person_id uuid,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id)
);

-- What was done for it, and every contact about it, as proof.
create table paper_event (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('petition', 'rally', 'press', 'talk', 'call', 'mail', 'letter')),
  day date not null,
  -- With whom; in the words of whoever writes it down.
  whom text,
  sentence text not null,
  -- Of a petition: how many had signed by then. Of a rally: how many came.
  count integer check (count >= 0),
  person_id uuid,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id)
);

-- A body, ours or another, that deals with it in one of its meetings.
create table consultation (
  network_id uuid not null references network (id),
  id uuid not null,
  paper_id uuid not null,
  number integer not null,
  body_id uuid,
  organization_id uuid,
  -- Of a body outside that has no record here, or beside it: which one of an organisation.
  body_name text,
  day date,
  role text not null check (role in ('hearing', 'decision', 'information', 'preliminary')),
  person_id uuid,
  at timestamptz not null,
  result text check (result in ('accepted', 'partly', 'rejected', 'deferred', 'noted')),
  result_day date,
  -- What was decided, in its words, and where that stands.
  sentence text,
  source text,
  result_by uuid,
  result_at timestamptz,
  primary key (network_id, id),
  unique (network_id, paper_id, number),
  foreign key (network_id, paper_id) references paper (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, organization_id) references organization (network_id, id),
  check (num_nonnulls(body_id, organization_id, body_name) >= 1),
  check (num_nonnulls(body_id, organization_id) <= 1),
  check ((result is null) = (result_at is null) and (result is null) = (result_day is null))
);

do $$
declare t text;
begin
  foreach t in array array['paper', 'paper_version', 'paper_state', 'paper_event', 'consultation'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on paper, paper_version, paper_state, paper_event, consultation to :app_role;
grant update (result, result_day, sentence, source, result_by, result_at) on consultation to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (name) on paper to :app_role;
grant update (wording, note) on paper_version to :app_role;
grant update (sentence) on paper_state to :app_role;
grant update (whom, sentence) on paper_event to :app_role;
grant update (body_name) on consultation to :app_role;
