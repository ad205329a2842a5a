-- Users are kept in the register; each tier keeps the recipients its key is sealed to.
create table user (
  id text primary key,
  name text not null unique,
  clearance text not null,
  coordinator integer not null default 0,
  created_at integer not null,
  removed_at integer
) strict;

create table tier_member (
  user_id text primary key,
  recipient text not null,
  since integer not null
) strict;

-- The tier's own age identity and signing key, old ones kept for reading.
create table tier_key (
  id integer primary key,
  age_identity text not null,
  age_recipient text not null,
  signing_key blob not null,
  signing_public blob not null,
  created_at integer not null,
  retired_at integer
) strict;

-- In the register: the public halves of all tiers, compared whenever a tier is open.
create table tier_public (
  tier text primary key,
  age_recipient text not null,
  signing_public blob not null
) strict;
