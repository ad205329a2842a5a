create table level_decision (
  id text primary key,
  item_id text not null references item (id) on delete cascade,
  at integer not null,
  level_before text not null,
  level_after text not null,
  term_before text,
  term_after text,
  reason text not null,
  remark text not null,
  basis text not null,
  proposer_id text not null,
  approver_id text
) strict;
create index level_decision_item on level_decision (item_id, at);

-- A deed that touches two tiers: written first, in the highest tier it touches, and finished or rolled back at unlock.
create table intent (
  id text primary key,
  kind text not null,
  at integer not null,
  payload text not null
) strict;
