-- Polls: when can you, and what do you think. Answers are added, never changed; the last one holds.

create table poll (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('date', 'opinion')),
  -- What the meeting is to be called, or what is asked.
  question text not null,
  wording text,
  place text,
  -- Of a date poll the audience of the meeting that comes of it.
  audience text not null check (audience in ('public', 'network', 'body', 'board')),
  without_administration boolean not null,
  -- Until when answers are asked for; it takes them until somebody closes it.
  until_day date not null,
  chosen_id uuid,
  meeting_id uuid,
  closed_by uuid,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  check (closed_at is not null or (chosen_id is null and meeting_id is null and closed_by is null))
);
create index on poll (network_id, body_id);
create index on poll (network_id, meeting_id);

-- A day with its times, words of whoever asks, or one of the three votes.
create table poll_choice (
  network_id uuid not null references network (id),
  id uuid not null,
  poll_id uuid not null,
  position integer not null,
  day date,
  start_time time(0),
  end_time time(0),
  label text,
  vote text check (vote in ('yes', 'no', 'abstain')),
  primary key (network_id, id),
  unique (network_id, poll_id, position),
  foreign key (network_id, poll_id) references poll (network_id, id),
  check (num_nonnulls(day, label, vote) = 1)
);
alter table poll add foreign key (network_id, chosen_id) references poll_choice (network_id, id);

create table poll_invitee (
  network_id uuid not null references network (id),
  id uuid not null,
  poll_id uuid not null,
  person_id uuid not null,
  -- The last mail to him. Whether it left says the outbox, as long as it keeps it.
  outbox_id uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, poll_id, person_id),
  foreign key (network_id, poll_id) references poll (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on poll_invitee (network_id, person_id);

create table poll_answer (
  network_id uuid not null references network (id),
  id uuid not null,
  invitee_id uuid not null,
  person_id uuid not null,
  -- Ids of choices, each with yes, maybe or no.
  answers jsonb not null,
  note text,
  channel text not null check (channel in ('link', 'account')),
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, invitee_id) references poll_invitee (network_id, id) on delete cascade,
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on poll_answer (network_id, invitee_id, at);

-- What was sent to several at once. `sent_by` is empty where a job sent it.
create table poll_letter (
  network_id uuid not null references network (id),
  id uuid not null,
  poll_id uuid not null,
  kind text not null check (kind in ('question', 'reminder', 'result')),
  sent_by uuid,
  sent_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, poll_id) references poll (network_id, id)
);
create index on poll_letter (network_id, poll_id, sent_at);

do $$
declare
  t text;
  known text;
begin
  -- One purpose more than there were, whichever those are.
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'personal_link_purpose_check';
  alter table personal_link drop constraint personal_link_purpose_check;
  execute 'alter table personal_link add constraint personal_link_purpose_check '
    || replace(known, ']', ', ''poll.answer''::text]');
  foreach t in array array['poll', 'poll_choice', 'poll_invitee', 'poll_answer', 'poll_letter'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on poll, poll_choice, poll_letter to :app_role;
grant select, insert, delete on poll_invitee, poll_answer to :app_role;
grant update (chosen_id, meeting_id, closed_by, closed_at) on poll to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (question, wording, place) on poll to :app_role;
grant update (label) on poll_choice to :app_role;
grant update (outbox_id) on poll_invitee to :app_role;
grant update (note) on poll_answer to :app_role;
