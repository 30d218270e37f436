-- So many days before a meeting those are reminded by themselves who have not answered their invitation; 0 is never.
-- Whoever invited before this was there did not choose it.
alter table meeting add column remind_before smallint not null default 0 check (remind_before between 0 and 30);
alter table meeting alter column remind_before set default 3;
