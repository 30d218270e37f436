-- Meetings that repeat. A series says how it was thought; each meeting of it lives on its own.

create table meeting_series (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  name text not null,
  -- RFC 5545 RRULE, without first and last day.
  rule text not null,
  first_day date not null,
  until_day date not null,
  audience text not null check (audience in ('public', 'network', 'body', 'board')),
  without_administration boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, body_id) references body (network_id, id),
  check (until_day >= first_day)
);
create index on meeting_series (network_id, body_id);

-- A day of a series, also where its meeting was moved later; without a meeting where it was left out.
create table series_occurrence (
  network_id uuid not null references network (id),
  id uuid not null,
  series_id uuid not null,
  day date not null,
  meeting_id uuid,
  primary key (network_id, id),
  unique (network_id, series_id, day),
  foreign key (network_id, series_id) references meeting_series (network_id, id),
  foreign key (network_id, meeting_id) references meeting (network_id, id)
);
create index on series_occurrence (network_id, meeting_id);

-- From the calendar file that was uploaded last.
create table school_holiday (
  network_id uuid not null references network (id),
  id uuid not null,
  name text not null,
  first_day date not null,
  last_day date not null,
  primary key (network_id, id),
  check (last_day >= first_day)
);

do $$
declare t text;
begin
  foreach t in array array['meeting_series', 'series_occurrence', 'school_holiday'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy network_wall on %I using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))
       with check (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on meeting_series, series_occurrence to :app_role;
-- Erasure takes a name out of a name.
grant update (name) on meeting_series to :app_role;
grant select, insert, update, delete on school_holiday to :app_role;
