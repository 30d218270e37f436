-- A mail can carry a document. It is kept as what it says, for one recipient, and becomes a file when the mail leaves;
-- it goes with the content.
alter table outbox add column enclosure jsonb;
