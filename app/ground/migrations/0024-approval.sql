-- Minutes are approved in a later meeting. What was reported on earlier commitments is kept with them as it was said.

create table approval (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  -- In which meeting, on which day.
  meeting_id uuid not null,
  day date not null,
  manner text not null check (manner in ('as_is', 'corrected')),
  recorded_by uuid,
  at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, minutes_id),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id)
);

create table frozen_report (
  network_id uuid not null references network (id),
  id uuid not null,
  minutes_id uuid not null,
  commitment_id uuid not null,
  -- As it read then, and what was said.
  wording text not null,
  report text not null check (report in ('done', 'under_way', 'need_help', 'can_not')),
  sentence text,
  person_id uuid,
  said_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, minutes_id, commitment_id),
  foreign key (network_id, minutes_id) references minutes (network_id, id),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, person_id) references person (network_id, id)
);
create trigger keep_approved before insert on frozen_report for each row execute function refuse_approved_minutes();

-- A commitment that nobody owns, or without a day, can be confirmed as such.
alter table commitment_event drop constraint commitment_event_kind_check;
alter table commitment_event add constraint commitment_event_kind_check check (kind in
  ('opened', 'state', 'report', 'answer', 'owner', 'due', 'wording', 'status', 'asked', 'confirmed'));

do $$
declare t text;
begin
  foreach t in array array['approval', 'frozen_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on approval, frozen_report to :app_role;
-- A person is taken out of what was said; nothing else of it changes.
grant update (wording, sentence, person_id) on frozen_report to :app_role;
