-- What a task of the minutes said of its owners and its time, as it was confirmed: the commitment that it opened lives on,
-- the minutes do not.

alter table entry add column owners text;
alter table entry add column due_on date;
alter table entry add column due_words text;
