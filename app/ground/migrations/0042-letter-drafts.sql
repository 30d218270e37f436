-- A draft of a letter may be thrown away; what was sent stays. The line of the journal keeps who did it and when.

create policy drafts_alone on letter as restrictive for delete using (state = 'drafted');
grant delete on letter to :app_role;
