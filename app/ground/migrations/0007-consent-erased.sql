-- What a person agreed to goes with the person: a consent can be removed in the transaction that erases its person, and
-- never else.

grant delete on consent to :app_role;
create policy only_with_its_person on consent as restrictive for delete using (exists (
  select from erasure e where e.network_id = consent.network_id and e.person_id = consent.person_id
    and e.state = 'done' and e.xmin = pg_current_xact_id()::xid
));
