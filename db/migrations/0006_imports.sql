create table import (
  id text primary key,
  state text not null,
  plan text not null,
  title text not null,
  source text not null,
  problems text not null default '[]',
  started_at integer not null,
  ended_at integer,
  actor_id text not null,
  record_id text,
  record_version integer
) strict;

-- What was picked; without it the files of the import cannot be reached.
create table import_place (
  import_id text not null references import (id) on delete cascade,
  position integer not null,
  source blob not null,
  kind text not null,
  primary key (import_id, position)
) strict, without rowid;

-- Folders that still have to be listed; the last one in is listed first.
create table import_folder (
  no integer primary key,
  import_id text not null references import (id) on delete cascade,
  path text not null,
  source blob not null,
  unique (import_id, source)
) strict;

create table import_entry (
  id text primary key,
  import_id text not null references import (id) on delete cascade,
  position integer not null,
  path text not null,
  source blob,
  size integer not null,
  modified_at integer not null,
  state text not null,
  problems text not null default '[]',
  sha256 text,
  record_id text,
  file_id text,
  quotable integer not null default 0,
  declared integer not null default 0
) strict;
create index import_entry_state on import_entry (import_id, state, position, size);
create index import_entry_position on import_entry (import_id, position);
create index import_entry_path on import_entry (import_id, path, size);
create unique index import_entry_source on import_entry (import_id, source) where source is not null;

-- Only a file of the same size can be the same file: others are stored without being hashed before.
create index blob_size on blob (size);

-- Up to this blob number the segments hold nothing that no row names.
create table collected (
  one integer primary key check (one = 1),
  up_to integer not null
) strict;
