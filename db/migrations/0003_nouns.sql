create table person (
  id text primary key references item (id) on delete cascade,
  position text not null default '',
  phone text not null default '',
  email text not null default '',
  note text not null default ''
) strict;

create table unit (
  id text primary key references item (id) on delete cascade,
  short_name text not null default '',
  role text not null,
  note text not null default ''
) strict;

create table project (
  id text primary key references item (id) on delete cascade,
  code text not null default '',
  started_on text,
  ended_on text,
  note text not null default ''
) strict;
