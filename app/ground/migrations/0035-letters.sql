-- Letters of a body to somebody outside: drafted, and then sent once, by post or mail.

create table letter (
  network_id uuid not null references network (id),
  id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('demand', 'reminder', 'thanks', 'save_the_date', 'talk')),
  -- What it was written about, and the consequence that opened it.
  commitment_id uuid,
  consequence_id uuid,
  language text not null,
  -- Lines of the address, as they stand in the window of the envelope.
  address text not null,
  subject text not null,
  wording text not null,
  -- Counts every change of the draft; a writer names the one he started from.
  revision integer not null,
  state text not null check (state in ('drafted', 'sent')),
  created_by uuid,
  created_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  way text check (way in ('post', 'mail')),
  -- The whole letter as it went out: letterhead, address, day and words.
  content jsonb,
  primary key (network_id, id),
  unique (network_id, consequence_id),
  foreign key (network_id, body_id) references body (network_id, id),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, consequence_id) references consequence (network_id, id),
  check ((state = 'sent') = (sent_at is not null and way is not null and content is not null))
);
create index on letter (network_id, body_id);
create index on letter (network_id, commitment_id);

-- What was sent was sent, and stays as it went out; words go by an erasure alone, which takes a person out of them.
create function keep_sent_letter() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' and
    (new.state, new.revision, new.sent_at, new.way, new.language) is distinct from
    (old.state, old.revision, old.sent_at, old.way, old.language)
  then raise exception 'this letter was sent'; end if;
  return new;
end $$;
create trigger keep_sent_letter before update on letter for each row execute function keep_sent_letter();

alter table letter enable row level security;
create policy network_wall on letter using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on letter to :app_role;
grant update (address, subject, wording, language, revision, state, sent_by, sent_at, way, content) on letter to :app_role;
