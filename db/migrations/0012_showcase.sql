-- What is exhibited. `zh` and `en` are the words a visitor reads, by field; `content_hash` is of everything seen.
create table panel (
  id text primary key references item (id) on delete cascade,
  kind text not null,
  field text,
  status text,
  zh text not null,
  en text not null,
  maturity real,
  trl integer,
  rights text not null default '[]',
  ways text not null default '[]',
  needs text not null default '[]',
  code_text text not null default '',
  show_from text,
  show_to text,
  -- Goes up with every other text or picture.
  edition integer not null default 1,
  content_hash text not null,
  review_state text not null default 'DRAFT',
  prepared_by text not null default '',
  approved_hash text,
  valid_to text,
  review_no text not null default ''
) strict;

create table panel_picture (
  id text primary key,
  panel_id text not null references panel (id) on delete cascade,
  position integer not null,
  record_id text not null,
  file_id text not null,
  sha256 text not null,
  caption text not null default '',
  caption_en text not null default ''
) strict;
create index panel_picture_panel on panel_picture (panel_id, position);

-- Decisions of the gate, each bound to the content it was made on. None is ever taken out: this is the review record.
create table panel_decision (
  id text primary key,
  panel_id text not null references panel (id) on delete cascade,
  position integer not null,
  point text not null,
  finding text not null,
  reviewer text not null,
  decided_on text not null,
  evidence text not null,
  record_id text,
  file_id text,
  sha256 text,
  content_hash text not null
) strict;
create index panel_decision_panel on panel_decision (panel_id, position);

create table panel_step (
  id text primary key,
  panel_id text not null references panel (id) on delete cascade,
  position integer not null,
  at integer not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  actor text not null,
  remark text not null default '',
  edition integer not null
) strict;
create index panel_step_panel on panel_step (panel_id, position);

create table exhibition (
  id text primary key references item (id) on delete cascade,
  title_en text not null default '',
  theme text not null default '',
  theme_en text not null default '',
  area text not null default '',
  starts_on text,
  ends_on text,
  audience text not null,
  idle_seconds integer not null default 60
) strict;

create table exhibition_column (
  id text primary key,
  exhibition_id text not null references exhibition (id) on delete cascade,
  position integer not null,
  kind text not null,
  title text not null,
  title_en text not null default ''
) strict;
create index exhibition_column_exhibition on exhibition_column (exhibition_id, position);

-- Which panel stands in which column.
create table exhibition_panel (
  id text primary key,
  exhibition_id text not null references exhibition (id) on delete cascade,
  column_id text not null,
  panel_id text not null,
  position integer not null
) strict;
create index exhibition_panel_exhibition on exhibition_panel (exhibition_id, position);
create index exhibition_panel_panel on exhibition_panel (panel_id);

-- The ledger of packs: every exit is on it.
create table exhibition_pack (
  id text primary key,
  exhibition_id text not null references exhibition (id) on delete cascade,
  serial text not null,
  made_at integer not null,
  made_by text not null,
  expires_on text not null,
  panels integer not null,
  media integer not null,
  files integer not null,
  bytes integer not null,
  manifest_sha256 text not null
) strict;
create index exhibition_pack_exhibition on exhibition_pack (exhibition_id, made_at);

create table visit (
  id text primary key references item (id) on delete cascade,
  visited_on text not null,
  people integer not null,
  purpose text not null default '',
  host text not null default '',
  notice_signed integer not null default 0,
  notice_record text,
  notice_file text,
  notice_sha256 text,
  note text not null default ''
) strict;

create table visit_shown (
  id text primary key,
  visit_id text not null references visit (id) on delete cascade,
  position integer not null,
  panel_id text not null,
  title text not null,
  edition integer not null,
  review_no text not null default ''
) strict;
create index visit_shown_visit on visit_shown (visit_id, position);
