-- The rows of a 归档目录 that an import follows: what each is to become, and what became of it.
create table import_row (
  import_id text not null references import (id) on delete cascade,
  -- As the spreadsheet program numbers it.
  row integer not null,
  title text not null,
  -- Of the record to be made; null where the row was refused in the preview.
  make text,
  files integer not null,
  state text not null,
  problems text not null default '[]',
  record_id text,
  primary key (import_id, row)
) strict, without rowid;
create index import_row_record on import_row (record_id) where record_id is not null;

-- Which file belongs to which row. Row 0: more than one row claims it.
create table import_row_file (
  import_id text not null references import (id) on delete cascade,
  path text not null,
  row integer not null,
  primary key (import_id, path)
) strict, without rowid;
