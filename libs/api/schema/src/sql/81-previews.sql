-- What a preview says is found by doing it and taking it back: whether something is owed before and after, for whatever reason.

alter table rule_preview_row
  -- The course or path that the rule gives, or gave before.
  add column target uuid,
  add column owed_before boolean not null default false,
  add column owed_after boolean not null default false,
  add column exempt_until date,
  drop constraint rule_preview_row_pkey,
  -- Who loses one thing and gets another one instead has two rows.
  add primary key (rule_preview_id, engagement_id, effect);
