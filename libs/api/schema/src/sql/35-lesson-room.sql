-- A lesson's state is written again with each page turned. With room beside it the new version stays on the same page
-- of the table and the index learns nothing; without, four of ten moved, each left one more dead version to step over,
-- and after fifty thousand commits one cost three times as much as at first.
alter table attempt_sco set (fillfactor = 50);
