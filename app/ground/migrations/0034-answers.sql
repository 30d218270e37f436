-- What an addressee outside says to a demand: when it was given, by whom, in which office, how it reached the table; and
-- what was promised by it, as a commitment of theirs.

alter table commitment_event
  add given_on date,
  add speaker text,
  add speaker_office text,
  add source text check (source in ('letter', 'mail', 'call', 'talk', 'meeting', 'press', 'link')),
  -- Where it can be found: a file number, a meeting, a newspaper.
  add source_words text,
  -- Of `redirected`: to whom.
  add redirected_to text,
  add promised_id uuid,
  add foreign key (network_id, promised_id) references commitment (network_id, id),
  add check (kind = 'answer' or num_nonnulls(given_on, speaker, speaker_office, source, source_words, redirected_to, promised_id) = 0),
  add check (promised_id is null or answer in ('promised', 'partly')),
  add check (redirected_to is null or answer = 'redirected');
create index on commitment_event (network_id, promised_id) where promised_id is not null;

-- A promise stands at the line of the demand that it answers, in the same body and for the same audience, so that whoever
-- sees the one sees the other. A line still opens one commitment of its own.
alter table commitment add answers_id uuid;
alter table commitment add foreign key (network_id, answers_id) references commitment (network_id, id);
create index on commitment (network_id, answers_id) where answers_id is not null;
drop index commitment_one_per_entry;
create unique index commitment_one_per_entry on commitment (network_id, entry_id) where answers_id is null;
