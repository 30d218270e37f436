-- What an item was put on the agenda for: an idea whose day had come, or the report of a working group. The idea is a
-- line of minutes; it has no foreign key, as lines have one to their item.
alter table agenda_item
  add idea_id uuid,
  add group_id uuid,
  add foreign key (network_id, group_id) references body (network_id, id),
  add check (num_nonnulls(idea_id, group_id) <= 1);
