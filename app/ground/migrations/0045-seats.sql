-- A seat in one body may oblige to report to another after each of its meetings: from the day on which that was agreed.

alter table membership add reports_to_id uuid, add reports_since date;
alter table membership add foreign key (network_id, reports_to_id) references body (network_id, id);
alter table membership add constraint membership_reports_check check (
  (reports_to_id is null) = (reports_since is null)
  and (reports_to_id is null or (body_id is not null and reports_to_id <> body_id)));
create index on membership (network_id, body_id) where reports_to_id is not null;

-- The report that is owed for one meeting. It is one however often somebody looks, whoever owns it later. An erasure takes
-- the membership away and leaves its number here, which then leads nowhere.
alter table commitment add seat_id uuid, add seat_meeting_id uuid;
alter table commitment add foreign key (network_id, seat_meeting_id) references meeting (network_id, id);
alter table commitment add constraint commitment_seat_check check ((seat_id is null) = (seat_meeting_id is null));
create unique index commitment_one_per_seat on commitment (network_id, seat_id, seat_meeting_id) where seat_id is not null;
