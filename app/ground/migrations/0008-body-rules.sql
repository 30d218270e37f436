-- How a body invites and decides. Rules hold from a day: a meeting keeps those of its day, so nothing is overwritten.

create table body_rule (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  -- Counts the versions of a body; of two that begin on one day the later written counts.
  number integer not null,
  valid_from date not null,
  -- features/directory/rules/model.ts says what stands in it; its paragraphs are words that people wrote.
  rules jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, body_id, number),
  foreign key (network_id, body_id) references body (network_id, id)
);

alter table body_rule enable row level security;
create policy network_wall on body_rule
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert on body_rule to :app_role;
-- Erasure takes a name out of a paragraph.
grant update (rules) on body_rule to :app_role;
