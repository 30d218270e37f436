-- Somebody else may be named in the note beside a consent ("told Frau X"): the name can be taken out in the transaction
-- that erases that person, and nothing else of a consent is ever changed.

grant update (note) on consent to :app_role;
create policy only_in_an_erasure on consent as restrictive for update using (exists (
  select from erasure e where e.network_id = consent.network_id and e.state = 'done'
    and e.xmin = pg_current_xact_id()::xid
));
