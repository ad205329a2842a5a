create table import (
  id text primary key,
  state text not null,
  plan text not null,
  started_at integer not null,
  ended_at integer,
  actor_id text not null,
  source text not null,
  record_id text
) strict;

create table import_entry (
  id text primary key,
  import_id text not null references import (id) on delete cascade,
  position integer not null,
  path text not null,
  source text,
  size integer not null,
  modified_at integer not null,
  state text not null,
  problems text not null default '[]',
  sha256 text,
  record_id text,
  duplicate_of text,
  quotable integer not null default 0
) strict;
create index import_entry_state on import_entry (import_id, state, position);
create unique index import_entry_path on import_entry (import_id, path, size);
