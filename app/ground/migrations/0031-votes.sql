-- What a body voted on in a meeting, and whom it elected. Recorded after it was taken; never changed, only withdrawn.

-- One seat that somebody is elected to, with what whoever stands for it has to fulfil.
create table election (
  network_id uuid not null references network (id),
  id uuid not null,
  agenda_item_id uuid not null,
  -- In the order in which they were opened; several can be of one instant.
  number integer not null,
  post text not null,
  precondition text,
  secret boolean not null,
  opened_by uuid,
  opened_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, agenda_item_id, number),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id)
);

create table candidacy (
  network_id uuid not null references network (id),
  id uuid not null,
  election_id uuid not null,
  number integer not null,
  -- Empty for somebody who is only a name here.
  person_id uuid,
  name text not null,
  -- Whether the precondition is fulfilled, as somebody checked it.
  fulfils boolean,
  checked_by uuid,
  checked_at timestamptz,
  -- What the elected one said.
  answer text check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  -- No longer stands.
  removed_at timestamptz,
  primary key (network_id, id),
  unique (network_id, election_id, number),
  foreign key (network_id, election_id) references election (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  check ((fulfils is null) = (checked_at is null)),
  check ((answer is null) = (answered_at is null))
);
create index on candidacy (network_id, person_id);

-- A vote or a round of an election. Of a secret one the counts alone are kept, so that there is nothing to find out.
create table vote (
  network_id uuid not null references network (id),
  id uuid not null,
  agenda_item_id uuid not null,
  number integer not null,
  election_id uuid,
  round integer,
  question text not null,
  -- What has to happen before what was decided holds.
  condition text,
  matter text not null check (matter in ('ordinary', 'statute', 'purpose', 'dissolution', 'election')),
  way text not null check (way in ('open', 'by_name', 'secret')),
  yes integer not null,
  no integer not null,
  abstain integer not null,
  invalid integer not null,
  -- Votes in the room at that moment, and whether it could decide; null where the body has no rules.
  present integer,
  quorum boolean,
  -- By the rules of that day; null where there are none. Of a round: whether somebody was elected.
  accepted boolean,
  needed integer,
  basis integer,
  paragraph text,
  elected_id uuid,
  -- What was written into the minutes; null where nobody was writing any more.
  line text,
  -- Local to the network; null where it was told on another day.
  clock_time time(0),
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (network_id, id),
  unique (network_id, agenda_item_id, number),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id),
  foreign key (network_id, election_id) references election (network_id, id),
  foreign key (network_id, elected_id) references candidacy (network_id, id),
  check (yes >= 0 and no >= 0 and abstain >= 0 and invalid >= 0),
  check ((election_id is null) = (round is null)),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);

-- Who voted how, where names were asked; of a round how many votes each who stood got.
create table vote_cast (
  network_id uuid not null references network (id),
  id uuid not null,
  vote_id uuid not null,
  number integer not null,
  person_id uuid,
  name text,
  candidacy_id uuid,
  choice text check (choice in ('yes', 'no', 'abstain', 'invalid')),
  votes integer not null check (votes >= 0),
  primary key (network_id, id),
  unique (network_id, vote_id, number),
  foreign key (network_id, vote_id) references vote (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  foreign key (network_id, candidacy_id) references candidacy (network_id, id),
  check (num_nonnulls(candidacy_id, choice) = 1)
);
create index on vote_cast (network_id, person_id);

-- A secret vote has no names, whoever writes the row.
create function keep_votes_secret() returns trigger language plpgsql as $$
begin
  if new.candidacy_id is null and exists (
    select from vote v where v.network_id = new.network_id and v.id = new.vote_id and v.way <> 'by_name')
  then raise exception 'nobody is named in this vote'; end if;
  return new;
end $$;
create trigger keep_votes_secret before insert on vote_cast for each row execute function keep_votes_secret();

do $$
declare
  t text;
begin
  foreach t in array array['election', 'candidacy', 'vote', 'vote_cast'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on election, candidacy, vote, vote_cast to :app_role;
grant update (fulfils, checked_by, checked_at, answer, answered_at, removed_at) on candidacy to :app_role;
grant update (withdrawn_by, withdrawn_at, withdrawal_reason) on vote to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (post, precondition) on election to :app_role;
grant update (person_id, name) on candidacy, vote_cast to :app_role;
grant update (question, condition, line, paragraph) on vote to :app_role;
