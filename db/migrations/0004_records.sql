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
create unique index record_number on record (series, number) where series is not null;

-- What lists filter and order by, under the item's own number: a filter reads rows of a hundred bytes by number instead of
-- joining two wide tables by id. Kept by the triggers below and by nothing else.
create table record_listing (
  no integer primary key references item (no) on delete cascade,
  id text not null,
  state text not null,
  level text not null,
  stage text not null,
  year integer,
  category text not null,
  retention text not null,
  doc_date text,
  ref_code text
) strict;
create index listing_date on record_listing (state, doc_date, id);
create index listing_code on record_listing (state, ref_code, id);
create index listing_year on record_listing (state, year, doc_date, id);
create index listing_category on record_listing (state, category, ref_code, id);
create index listing_stage on record_listing (state, stage, ref_code, id);
create index listing_level on record_listing (state, level);
create index listing_retention on record_listing (state, retention);

-- How many records share these values (year 0: none), so that counts and facets cost the same at any number of records.
create table record_tally (
  state text not null,
  year integer not null,
  category text not null,
  level text not null,
  stage text not null,
  retention text not null,
  n integer not null,
  primary key (state, year, category, level, stage, retention)
) strict, without rowid;

create trigger record_listed after insert on record begin
  insert into record_listing (no, id, state, level, stage, year, category, retention, doc_date, ref_code)
    select no, id, state, level, new.stage, new.year, new.category, new.retention, new.doc_date, new.ref_code
    from item where id = new.id;
end;
create trigger record_relisted after update of stage, year, category, retention, doc_date, ref_code on record begin
  update record_listing set stage = new.stage, year = new.year, category = new.category, retention = new.retention,
    doc_date = new.doc_date, ref_code = new.ref_code where no = (select no from item where id = new.id);
end;
create trigger item_relisted after update of state, level on item
  when new.kind = 'record' and (old.state <> new.state or old.level <> new.level) begin
  update record_listing set state = new.state, level = new.level where no = new.no;
end;
create trigger listing_counted after insert on record_listing begin
  insert into record_tally (state, year, category, level, stage, retention, n)
    values (new.state, ifnull(new.year, 0), new.category, new.level, new.stage, new.retention, 1)
    on conflict do update set n = n + 1;
end;
create trigger listing_uncounted after delete on record_listing begin
  update record_tally set n = n - 1 where state = old.state and year = ifnull(old.year, 0) and category = old.category
    and level = old.level and stage = old.stage and retention = old.retention;
  delete from record_tally where state = old.state and year = ifnull(old.year, 0) and category = old.category
    and level = old.level and stage = old.stage and retention = old.retention and n = 0;
end;
create trigger listing_recounted after update of state, level, stage, year, category, retention on record_listing
  when old.state <> new.state or old.level <> new.level or old.stage <> new.stage or old.year is not new.year
    or old.category <> new.category or old.retention <> new.retention begin
  update record_tally set n = n - 1 where state = old.state and year = ifnull(old.year, 0) and category = old.category
    and level = old.level and stage = old.stage and retention = old.retention;
  delete from record_tally where state = old.state and year = ifnull(old.year, 0) and category = old.category
    and level = old.level and stage = old.stage and retention = old.retention and n = 0;
  insert into record_tally (state, year, category, level, stage, retention, n)
    values (new.state, ifnull(new.year, 0), new.category, new.level, new.stage, new.retention, 1)
    on conflict do update set n = n + 1;
end;

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
