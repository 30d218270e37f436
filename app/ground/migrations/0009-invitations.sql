-- Invitations to meetings and what people answer; calendars to subscribe to.

-- A meeting that does not take place stays, with why, by whom and when. `sequence` counts what calendars were told of it
-- (RFC 5545, 3.8.7.4).
alter table meeting
  add column sequence integer not null default 0,
  add column changed_at timestamptz,
  add column cancelled_reason text,
  add column cancelled_by uuid,
  add column cancelled_at timestamptz,
  drop constraint meeting_state_check,
  add constraint meeting_state_check check (state in ('draft', 'scheduled', 'held', 'cancelled')),
  add constraint meeting_cancelled_check check ((state = 'cancelled') = (cancelled_at is not null));

-- The calendar's part of a mail; it goes with the content.
alter table outbox
  add column calendar text,
  add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  add constraint outbox_calendar_check check ((calendar is null) = (calendar_method is null));

alter table personal_link drop constraint personal_link_purpose_check;
alter table personal_link add constraint personal_link_purpose_check
  check (purpose in ('commitment.report', 'consent.give', 'invitation.answer', 'calendar.feed'));

-- Somebody was invited to a meeting, once, however often he was written to.
create table invitation (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- For single items and not for the meeting: told only to those who see one of them.
  guest boolean not null,
  -- What the last letter said: which state of the meeting, and when it is.
  sequence integer not null,
  day date not null,
  start_time time(0),
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, meeting_id, person_id),
  foreign key (network_id, meeting_id) references meeting (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on invitation (network_id, person_id);

-- What was sent to several at once, and by whom.
create table invitation_letter (
  network_id uuid not null references network (id),
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('save_the_date', 'invitation', 'update', 'reminder', 'cancellation')),
  wording text,
  -- How one takes part from elsewhere (§ 32 (2) BGB).
  access text,
  sequence integer not null,
  sent_by uuid,
  sent_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id)
);
create index on invitation_letter (network_id, meeting_id, sent_at);

-- One letter to one person. Whether it left says the outbox, as long as it keeps it.
create table invitation_mail (
  network_id uuid not null references network (id),
  id uuid not null,
  invitation_id uuid not null,
  letter_id uuid not null,
  person_id uuid not null,
  outbox_id uuid not null,
  -- What a mail server said that gave it back later.
  bounced_at timestamptz,
  bounce_reason text,
  primary key (network_id, id),
  foreign key (network_id, invitation_id) references invitation (network_id, id) on delete cascade,
  foreign key (network_id, letter_id) references invitation_letter (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on invitation_mail (network_id, invitation_id);
create index on invitation_mail (network_id, outbox_id);

-- What was answered, one after the other; the last one holds. It was said to a day and a time: when those move, it was
-- said to something else.
create table invitation_answer (
  network_id uuid not null references network (id),
  id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('accepted', 'declined', 'tentative')),
  stand_in text,
  note text,
  channel text not null check (channel in ('link', 'account', 'calendar')),
  sequence integer not null,
  day date not null,
  start_time time(0),
  -- When a calendar says that it was said; the same again is the same answer.
  said_at timestamptz,
  -- It answers what is past: kept, and not counted.
  outdated boolean not null,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, invitation_id) references invitation (network_id, id) on delete cascade,
  foreign key (network_id, person_id) references person (network_id, id)
);
create index on invitation_answer (network_id, invitation_id, at);
create unique index invitation_answer_once on invitation_answer (network_id, invitation_id, answer, sequence, said_at)
  where channel = 'calendar' and said_at is not null;

do $$
declare t text;
begin
  foreach t in array array['invitation', 'invitation_letter', 'invitation_mail', 'invitation_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert, delete on invitation, invitation_letter, invitation_mail, invitation_answer to :app_role;
grant update (sequence, day, start_time) on invitation to :app_role;
-- A person is taken out of what was written; nothing else of it changes.
grant update (wording, access) on invitation_letter to :app_role;
grant update (bounced_at, bounce_reason) on invitation_mail to :app_role;
grant update (stand_in, note) on invitation_answer to :app_role;
