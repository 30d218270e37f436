-- Items change places in one statement, so two may share a place until it ends.
alter table agenda_item
  drop constraint agenda_item_network_id_meeting_id_position_key,
  add unique (network_id, meeting_id, position) deferrable initially immediate;

-- How long an item is meant to take, in minutes.
alter table agenda_item add duration integer check (duration between 1 and 600);
