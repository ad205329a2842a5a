create table record (
  id text primary key references item (id) on delete cascade,
  stage text not null default 'DRAFT',
  ref_code text unique,
  archived_at integer,
  series text,
  number integer,
  doc_date text,
  year integer,
  responsible text not null default '',
  doc_no text not null default '',
  category text not null default '',
  subcategory text not null default '',
  retention text not null default '',
  dept text not null default '',
  original_form text not null default '',
  original_place text not null default '',
  place text not null default '',
  description text not null default '',
  keywords text not null default '[]',
  language text not null default '',
  file_count integer not null default 0,
  bytes integer not null default 0,
  cover_file text
) strict;
create index record_year on record (year);
create index record_category on record (category);
create index record_stage on record (stage);
create index record_retention on record (retention);
create index record_date on record (doc_date, id);
create unique index record_number on record (series, number) where series is not null;

-- The numbers a series has given out; a number is never given twice, also when its record has left the tier.
create table series (
  key text primary key,
  next integer not null
) strict, without rowid;

-- A code whose record lives in another tier now: the 目录 shows the number as 调出 and nothing else.
create table moved_code (ref_code text primary key, at integer not null) strict, without rowid;

-- Bytes in the segments, by content. `sha256` is known only when the last byte is in.
create table blob (
  no integer primary key,
  sha256 text not null unique,
  size integer not null,
  first_segment integer not null
) strict;

create table file (
  id text primary key,
  item_id text not null references item (id) on delete cascade,
  blob integer not null references blob (no),
  name text not null,
  role text not null,
  position integer not null,
  media_type text not null,
  kind text not null,
  width integer,
  height integer,
  taken_at text,
  camera text,
  gps text,
  duration_ms integer,
  pages integer,
  problems text not null default '[]',
  thumbnail integer references blob (no),
  preview integer references blob (no),
  removed_at integer,
  added_at integer not null
) strict;
create index file_item on file (item_id, position);
create index file_blob on file (blob);
