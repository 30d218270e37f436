-- The tables of the house. Tenant tables carry network_id first and are walled off by row-level security at the end
-- of this file; the few global ones are `network`, `migration`, and the schemas sign_in and jobs.
-- No now() and no random defaults: time and ids come from our own clock, so that a simulated year can run.

create table network (
  id uuid primary key,
  name text not null,
  host text unique,
  region text,
  languages text[] not null,
  time_zone text not null,
  demo boolean not null,
  created_at timestamptz not null
);

-- At most one network answers to every other host name, so that a single one needs no configuration.
create unique index network_any_host on network ((true)) where host is null;

-- Tables of better-auth, with its own names and columns.
create schema sign_in;
create table sign_in."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table sign_in.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references sign_in."user" (id) on delete cascade
);
create index on sign_in.session ("userId");
create table sign_in.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references sign_in."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index on sign_in.account ("userId");
create table sign_in.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index on sign_in.verification (identifier);
create table sign_in."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- directory

create table organization (
  network_id uuid not null references network (id),
  id uuid not null,
  name text not null,
  short_name text,
  kind text not null check (kind in ('civil_society', 'migrant_organization', 'authority', 'municipality', 'institution', 'other')),
  -- An outside body takes part through what it is asked, not as a member.
  outside boolean not null,
  website text,
  created_at timestamptz not null,
  primary key (network_id, id)
);

create table body (
  network_id uuid not null references network (id),
  id uuid not null,
  name text not null,
  short_name text,
  kind text not null check (kind in ('plenary', 'board', 'working_group', 'accompanying')),
  audience text not null check (audience in ('public', 'network', 'body', 'board')),
  without_administration boolean not null,
  -- What a new meeting of this body starts with.
  meeting_audience text not null check (meeting_audience in ('public', 'network', 'body', 'board')),
  start_date date,
  end_date date,
  created_at timestamptz not null,
  primary key (network_id, id)
);

create table person (
  network_id uuid not null references network (id),
  id uuid not null,
  name text not null,
  email text,
  language text not null,
  account_id text references sign_in."user" (id) on delete set null,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, account_id)
);
create unique index person_email on person (network_id, lower(email));

create table office (
  network_id uuid not null references network (id),
  id uuid not null,
  name text not null,
  organization_id uuid,
  grants text not null check (grants in ('nothing', 'coordination')),
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, organization_id) references organization (network_id, id)
);

create table office_holding (
  network_id uuid not null references network (id),
  id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  start_date date not null,
  end_date date,
  primary key (network_id, id),
  foreign key (network_id, office_id) references office (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  check (end_date >= start_date)
);
create index on office_holding (network_id, person_id);

-- OParl 1.1 Membership: role, onBehalfOf, votingRight, startDate, endDate.
create table membership (
  network_id uuid not null references network (id),
  id uuid not null,
  person_id uuid not null,
  body_id uuid,
  organization_id uuid,
  role text not null check (role in ('chair', 'deputy_chair', 'minute_taker', 'member', 'delegate', 'deputy', 'observer', 'guest', 'staff')),
  on_behalf_of_id uuid,
  voting_right boolean not null,
  start_date date not null,
  end_date date,
  primary key (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, organization_id) references organization (network_id, id),
  foreign key (network_id, on_behalf_of_id) references organization (network_id, id),
  check (num_nonnulls(body_id, organization_id) = 1),
  check (end_date >= start_date)
);
create index on membership (network_id, person_id);
create index on membership (network_id, body_id);

-- access

create table personal_link (
  network_id uuid not null references network (id),
  id uuid not null,
  secret_hash text not null,
  purpose text not null check (purpose in ('commitment.report')),
  person_id uuid,
  -- For an owner without a record of a person: who was written to.
  addressee text,
  subject_id uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, secret_hash)
);
create index on personal_link (network_id, subject_id);

create table publication (
  network_id uuid not null references network (id),
  id uuid not null,
  noun text not null check (noun in ('commitment')),
  subject_id uuid not null,
  door text not null check (door in ('public', 'link')),
  wording text not null,
  approved_by uuid,
  approved_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (network_id, id)
);
create index on publication (network_id, subject_id);

-- meetings

create table meeting (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  name text not null,
  state text not null check (state in ('draft', 'scheduled', 'held')),
  day date,
  start_time time(0),
  end_time time(0),
  place text,
  audience text not null check (audience in ('public', 'network', 'body', 'board', 'named')),
  without_administration boolean not null,
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id)
);
create index on meeting (network_id, body_id, day);
-- One draft of a body at a time: the agenda that open commitments flow into.
create unique index meeting_one_draft on meeting (network_id, body_id) where state = 'draft';

create table meeting_named_person (
  network_id uuid not null references network (id),
  meeting_id uuid not null,
  person_id uuid not null,
  primary key (network_id, meeting_id, person_id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);

create table agenda_item (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  position integer not null,
  number text,
  title text not null,
  level integer not null check (level between 1 and 6),
  -- `minutes_control` is the standing item that looks back at the minutes named by `minutes_id`.
  kind text not null check (kind in ('plain', 'minutes_control')),
  minutes_id uuid,
  -- Null inherits from the meeting; a value can only narrow it.
  audience text check (audience in ('public', 'network', 'body', 'board', 'named')),
  without_administration boolean not null,
  primary key (network_id, id),
  unique (network_id, meeting_id, position),
  foreign key (network_id, meeting_id) references meeting (network_id, id)
);

create table attendance (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid,
  name text not null,
  state text not null check (state in ('present', 'absent', 'excused', 'guest')),
  on_behalf_of text,
  primary key (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on attendance (network_id, meeting_id);

-- minutes

create table source (
  network_id uuid not null references network (id),
  id uuid not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  size integer not null,
  converter text not null,
  content text not null,
  line_count integer not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id)
);
create index on source (network_id, sha256);

create table reading (
  network_id uuid not null references network (id),
  id uuid not null,
  source_id uuid not null,
  body_id uuid,
  reader text not null,
  state text not null check (state in ('open', 'confirmed', 'discarded')),
  -- Counts every change; a writer names the revision he started from.
  revision integer not null,
  head jsonb not null,
  findings jsonb not null,
  -- Names as written, and whom a person says they are.
  names jsonb not null,
  audience text not null check (audience in ('public', 'network', 'body', 'board', 'named')),
  without_administration boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, source_id) references source (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id)
);

create table reading_item (
  network_id uuid not null references network (id),
  id uuid not null,
  reading_id uuid not null,
  section text not null check (section in ('attendance', 'agenda', 'entry')),
  line_from integer not null,
  line_to integer not null,
  position integer not null,
  state text not null check (state in ('proposed', 'accepted', 'rejected')),
  -- What the reader made of it (null where a person added it), and what it is now.
  read jsonb,
  now jsonb not null,
  changed_by uuid,
  changed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, reading_id) references reading (network_id, id) on delete cascade
);
create index on reading_item (network_id, reading_id, section, position);

create table minutes (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  reading_id uuid,
  -- `recorded`: taken over from an existing document. Drafts and approval belong to the meeting cycle.
  state text not null check (state in ('recorded', 'draft', 'in_review', 'approved')),
  audience text check (audience in ('public', 'network', 'body', 'board', 'named')),
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, meeting_id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, reading_id) references reading (network_id, id)
);
alter table agenda_item add foreign key (network_id, minutes_id) references minutes (network_id, id);

create table revision (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  number integer not null,
  source_id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, minutes_id, number),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, source_id) references source (network_id, id)
);

create table entry (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  revision_id uuid not null,
  agenda_item_id uuid,
  position integer not null,
  kind text not null check (kind in ('information', 'statement', 'question', 'decision', 'task', 'status', 'appointment', 'wish', 'lesson', 'idea', 'position')),
  content text not null,
  line_from integer not null,
  line_to integer not null,
  -- Who said or wished it, as written; the reference where it is known.
  speaker text,
  speaker_id uuid,
  -- Parked ideas get a day to look again.
  look_again_on date,
  primary key (network_id, id),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, revision_id) references revision (network_id, id),
  foreign key (network_id, agenda_item_id) references agenda_item (network_id, id),
  foreign key (network_id, speaker_id) references person (network_id, id)
);
create index on entry (network_id, minutes_id, position);

create table decision (
  network_id uuid not null references network (id),
  entry_id uuid not null,
  result text check (result in ('unanimous', 'accepted', 'rejected', 'consensus')),
  votes_yes integer,
  votes_no integer,
  votes_abstain integer,
  condition text,
  primary key (network_id, entry_id),
  foreign key (network_id, entry_id) references entry (network_id, id)
);

create table appointment (
  network_id uuid not null references network (id),
  entry_id uuid not null,
  title text not null,
  words text not null,
  date_from date,
  date_until date,
  start_time time(0),
  end_time time(0),
  place text,
  primary key (network_id, entry_id),
  foreign key (network_id, entry_id) references entry (network_id, id)
);

-- commitments

create table commitment (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  -- The line it was said in; null when it was opened by hand.
  entry_id uuid,
  wording text not null,
  owner_kind text not null check (owner_kind in ('person', 'office', 'organization', 'outside', 'nobody')),
  owner_person_id uuid,
  owner_office_id uuid,
  owner_organization_id uuid,
  -- The owner as written in the minutes, or the name of an outside body.
  owner_name text,
  due_on date,
  due_words text,
  state text not null check (state in ('open', 'under_way', 'done', 'missed', 'dropped')),
  audience text check (audience in ('public', 'network', 'body', 'board')),
  revision integer not null,
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, entry_id) references entry (network_id, id),
  foreign key (network_id, owner_person_id) references person (network_id, id),
  foreign key (network_id, owner_office_id) references office (network_id, id),
  foreign key (network_id, owner_organization_id) references organization (network_id, id),
  check (owner_kind <> 'person' or owner_person_id is not null),
  check (owner_kind <> 'office' or owner_office_id is not null),
  check (owner_kind <> 'organization' or owner_organization_id is not null),
  check (owner_kind <> 'outside' or owner_name is not null)
);
create index on commitment (network_id, body_id, state);
-- Lists of what is open go by what is due first; without a day comes last.
create index on commitment (network_id, coalesce(due_on, 'infinity'::date), id) where state in ('open', 'under_way');
create unique index commitment_one_per_entry on commitment (network_id, entry_id);

-- The append-only history of a commitment.
create table commitment_event (
  network_id uuid not null references network (id),
  id uuid not null,
  commitment_id uuid not null,
  kind text not null check (kind in ('opened', 'state', 'report', 'answer', 'owner', 'due', 'wording', 'status', 'asked')),
  state text check (state in ('open', 'under_way', 'done', 'missed', 'dropped')),
  report text check (report in ('done', 'under_way', 'need_help', 'can_not')),
  answer text check (answer in ('promised', 'partly', 'refused', 'evasive', 'redirected', 'silent')),
  sentence text,
  -- The line of minutes that told it; such an event is seen by who sees the line.
  entry_id uuid,
  person_id uuid,
  link_id uuid,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, entry_id) references entry (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id),
  foreign key (network_id, link_id) references personal_link (network_id, id)
);
create index on commitment_event (network_id, commitment_id, at);

-- journal and outbox

create table journal (
  network_id uuid not null references network (id),
  id uuid not null,
  at timestamptz not null,
  act text not null,
  actor text not null,
  person_id uuid,
  noun text not null,
  subject_id uuid,
  primary key (network_id, id)
);

create table outbox (
  network_id uuid not null references network (id),
  id uuid not null,
  recipient text not null,
  language text not null,
  subject text not null,
  content text not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'shown')),
  attempts integer not null,
  last_error text,
  -- Not tried again before: later and later while the mail server does not take it.
  try_after timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (network_id, id)
);
create index on outbox (network_id, state, try_after);

-- The second wall: a row of another network does not exist for the app's role, even when a query forgets to ask.
-- The setting is '' after a first transaction, hence nullif; the sub-select makes PostgreSQL evaluate it once.
do $$
declare t text;
begin
  foreach t in array array[
    'organization', 'body', 'person', 'office', 'office_holding', 'membership', 'personal_link', 'publication',
    'meeting', 'meeting_named_person', 'agenda_item', 'attendance',
    'source', 'reading', 'reading_item', 'minutes', 'revision', 'entry', 'decision', 'appointment',
    'commitment', 'commitment_event', 'journal', 'outbox'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant usage on schema public, sign_in to :app_role;
grant select, insert, update, delete on all tables in schema public to :app_role;
grant select, insert, update, delete on all tables in schema sign_in to :app_role;
-- Append-only means append-only for the app as well; erasure is a later, separate door.
revoke update, delete on journal, commitment_event, revision, entry, decision, appointment from :app_role;
-- The app opens networks at first run and in the demo, and never removes one.
revoke delete on network from :app_role;
