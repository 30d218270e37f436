-- The public account: the line of a demand through the years, when it was kept, and what the table itself was asked.

alter table account_entry
  -- `table`: what our own body was asked or took on; nobody has to be shown it first.
  add column side text not null default 'authority' check (side in ('authority', 'table')),
  -- Replaces `kept`: the day on which the demand, or all that was promised, was done.
  add column kept_on date,
  -- When a mark for the public was due by what had been agreed in advance.
  add column marked_on date,
  -- Steps of the demand's paper: states, actions in public, results in bodies. Without names of people.
  add column line jsonb not null default '[]';
update account_entry set kept_on = coalesce(promised_on, asked_on) where kept;
alter table account_entry drop column kept;

-- What is public is counted and listed for everybody.
create index account_entry_counted on account_entry (network_id, side, authority_id, asked_on, id)
  where published_at is not null and withdrawn_at is null;
create index account_entry_recent on account_entry (network_id, published_at, id)
  where published_at is not null and withdrawn_at is null;

grant update (line) on account_entry to :app_role;
