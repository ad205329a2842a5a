-- What every tier holds: its own name card, the spine of items, their stored states, the journal, the search.
create table meta (key text primary key, value text not null) strict, without rowid;

create table item (
  no integer primary key,
  id text not null unique,
  kind text not null,
  title text not null,
  sort_key text not null,
  level text not null,
  term text,
  level_from text,
  level_expiry text,
  basis text not null default '',
  personal_info integer not null default 0,
  -- ACTIVE; MOVING: on its way to another tier, every read skips it; REMOVED: a tombstone that can be brought back
  state text not null default 'ACTIVE',
  version integer not null default 0,
  created_at integer not null,
  updated_at integer not null,
  removed_at integer,
  origin_vault text,
  origin_id text,
  origin_unit text,
  origin_bundle text
) strict;
create index item_updated on item (kind, state, updated_at, id);
create index item_created on item (kind, state, created_at, id);
create index item_sorted on item (kind, state, sort_key, id);
create index item_expiry on item (level_expiry) where level_expiry is not null;
create index item_hidden on item (id) where state <> 'ACTIVE';
-- Hits of a text are records but for these few, so that thousands are counted without reading their items.
create index item_other on item (no, kind, state) where kind <> 'record' or state <> 'ACTIVE';
create unique index item_origin on item (origin_vault, origin_id) where origin_vault is not null;

-- A link lives in the tier of its more confidential end, so either end may lie in another tier.
create table link (
  from_id text not null,
  role text not null,
  to_id text not null,
  to_kind text not null,
  position integer not null default 0,
  primary key (from_id, role, to_id)
) strict, without rowid;
create index link_to on link (to_id, role, from_id);

-- How many links of a role lead to a thing, so that a list of thousands is not counted through to show its facets.
create table link_tally (
  to_id text not null,
  role text not null,
  n integer not null,
  primary key (to_id, role)
) strict, without rowid;
create trigger link_counted after insert on link begin
  insert into link_tally (to_id, role, n) values (new.to_id, new.role, 1)
    on conflict (to_id, role) do update set n = n + 1;
end;
create trigger link_uncounted after delete on link begin
  update link_tally set n = n - 1 where to_id = old.to_id and role = old.role;
  delete from link_tally where to_id = old.to_id and role = old.role and n = 0;
end;

-- The state of an item after each change, as canonical JSON: history, undo and the journal's commitment hang on it.
create table revision (
  item_id text not null references item (id) on delete cascade,
  version integer not null,
  content text not null,
  primary key (item_id, version)
) strict, without rowid;

create table journal (
  seq integer primary key,
  -- entries of one write share it; an undo names it
  deed text not null,
  at integer not null,
  verb text not null,
  role text not null,
  item_id text,
  item_version integer,
  item_prev blob,
  item_hash blob not null,
  tier_prev blob,
  tier_hash blob not null,
  actor_commit blob not null,
  content_commit blob not null,
  actor_id text,
  actor_salt blob,
  content_salt blob,
  reason text not null default ''
) strict;
create index journal_item on journal (item_id, seq);
create index journal_deed on journal (deed, seq);

-- The entries of an item's life in another tier, which came along when it moved here; the journal there keeps the hashes.
create table arrived_entry (
  item_id text not null references item (id) on delete cascade,
  position integer not null,
  deed text not null,
  at integer not null,
  verb text not null,
  role text not null,
  item_version integer,
  item_prev blob,
  item_hash blob not null,
  actor_commit blob not null,
  content_commit blob not null,
  actor_id text,
  actor_salt blob,
  content_salt blob,
  reason text not null default '',
  primary key (item_id, position)
) strict, without rowid;

create virtual table search using fts5 (
  title, body, py,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
