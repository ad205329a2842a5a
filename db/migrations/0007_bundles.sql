create table agreement (
  id text primary key references item (id) on delete cascade,
  type text not null,
  unit_name text not null,
  signed_on text,
  valid_from text,
  valid_to text,
  confidentiality integer not null default 0,
  note text not null default ''
) strict;

create table contact (
  id text primary key references item (id) on delete cascade,
  vault_id text not null,
  card text not null,
  fingerprint text not null,
  card_since integer not null,
  verified_at integer
) strict;
create index contact_vault on contact (vault_id);

-- Every card a contact has shown: what was signed under a former key is still recognised as such.
create table contact_card (
  contact_id text not null references contact (id) on delete cascade,
  fingerprint text not null,
  card text not null,
  since integer not null,
  verified_at integer,
  replaced_at integer not null,
  primary key (contact_id, fingerprint, since)
) strict, without rowid;

-- The ledger of what was sent, in the tier of each bundle's level. A 份号 belongs to one recipient of one series.
create table sent_bundle (
  id text primary key,
  at integer not null,
  file_name text not null,
  sha256 text not null,
  manifest_hash text not null,
  size integer not null,
  level text not null,
  term text,
  mark text not null,
  recipient_by text not null,
  recipient_key text not null,
  recipient_name text not null,
  recipient_unit text not null,
  contact_id text,
  card_fingerprint text,
  copy integer not null,
  series_id text not null,
  sequence integer not null,
  previous text,
  purpose text not null,
  expires text,
  terms text not null,
  image_metadata text not null,
  consent text not null,
  actor_id text not null,
  items integer not null,
  files integer not null,
  bytes integer not null
) strict;
create unique index sent_bundle_edition on sent_bundle (series_id, recipient_key, sequence);
create index sent_bundle_at on sent_bundle (at);
create index sent_bundle_recipient on sent_bundle (recipient_key, at);

create table sent_item (
  bundle_id text not null references sent_bundle (id) on delete cascade,
  position integer not null,
  item_id text not null,
  kind text not null,
  version integer not null,
  title text not null,
  primary key (bundle_id, position)
) strict, without rowid;
create index sent_item_item on sent_item (item_id, bundle_id);

-- The ledger of bundles opened here, as far as they were whole and signed: what tells the newest from an old one put back.
create table received_bundle (
  id text not null,
  manifest_hash text not null,
  signer text not null,
  at integer not null,
  vault_id text not null,
  incarnation text not null,
  series_id text not null,
  sequence integer not null,
  supersedes text not null,
  recalls text not null,
  unit text not null,
  contact_id text,
  level text not null,
  created_at text not null,
  purpose text not null,
  copy integer not null,
  expires text,
  items integer not null,
  files integer not null,
  bytes integer not null,
  primary key (id, manifest_hash, signer)
) strict, without rowid;
create index received_bundle_vault on received_bundle (vault_id);

-- What the origin last sent of an item: against it one sees which side has moved on since.
create table received_item (
  item_id text primary key references item (id) on delete cascade,
  bundle_id text not null,
  origin_version integer not null,
  origin_state text not null,
  origin_code text,
  base text not null
) strict, without rowid;

create table bundle_import (
  id text primary key,
  bundle_id text not null,
  at integer not null,
  actor_id text not null,
  undone_at integer
) strict;
create index bundle_import_bundle on bundle_import (bundle_id);

-- What an import did to an item, so that it can be taken back as a whole.
create table bundle_import_item (
  import_id text not null references bundle_import (id) on delete cascade,
  item_id text not null references item (id) on delete cascade,
  -- CREATED; UPDATED, also what was removed before and is there again; KEPT: decided to stay as it is
  deed text not null,
  version integer not null,
  received_before text,
  primary key (import_id, item_id)
) strict, without rowid;
