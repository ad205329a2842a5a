alter table unit add column uscc text not null default '';
alter table unit add column uscc_exemption text;
alter table unit add column org_type text;
alter table unit add column tags text not null default '[]';
alter table unit add column legal_representative text not null default '';
alter table unit add column legal_title text not null default '';
alter table unit add column registered_capital text not null default '';
alter table unit add column established_on text;
alter table unit add column business_scope text not null default '';
alter table unit add column registered_address text not null default '';
alter table unit add column mailing_address text not null default '';
alter table unit add column postcode text not null default '';
alter table unit add column website text not null default '';
alter table unit add column foreign_controlled integer;
alter table unit add column state_established integer;
alter table unit add column staff_count integer;
alter table unit add column rd_staff_count integer;
-- Money in 万元.
alter table unit add column rd_expense real;
alter table unit add column revenue real;
alter table unit add column ip_counts text not null default '{}';
alter table unit add column contact_name text not null default '';
alter table unit add column contact_phone text not null default '';
alter table unit add column contact_email text not null default '';
-- Membership: null where the unit never was a member.
alter table unit add column member_category text;
alter table unit add column vote_weight real;
alter table unit add column benefit_weight real;
alter table unit add column member_since text;
alter table unit add column member_until text;
alter table unit add column exit_done text not null default '[]';
create index unit_uscc on unit (uscc) where uscc <> '';

-- Evidence everywhere: a file of a record, named by its bytes. The three columns are set together or not at all.
create table qualification (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  kind text not null,
  number text not null,
  issuer text not null,
  scope text not null,
  issued_on text,
  expires_on text,
  revoked integer not null,
  record_id text,
  file_id text,
  sha256 text,
  verified_by text not null,
  verified_on text,
  note text not null
) strict;
create index qualification_unit on qualification (unit_id);

create table credit_check (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  source text not null,
  queried_on text not null,
  queried_by text not null,
  keyword text not null,
  result text not null,
  note text not null,
  record_id text,
  file_id text,
  sha256 text
) strict;
create index credit_check_unit on credit_check (unit_id);

create table contribution (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  kind text not null,
  what text not null,
  promised real,
  due_on text,
  delivered real,
  delivered_on text,
  record_id text,
  file_id text,
  sha256 text,
  note text not null
) strict;
create index contribution_unit on contribution (unit_id);

create table annual_review (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  year integer not null,
  reviewed_on text not null,
  reviewer text not null,
  opinion text not null,
  scores text not null,
  unique (unit_id, year)
) strict;

create table measure (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  kind text not null,
  opened_on text not null,
  reason text not null,
  due_on text,
  closed_on text,
  outcome text not null
) strict;
create index measure_unit on measure (unit_id);

create table measure_step (
  id text primary key,
  unit_id text not null references item (id) on delete cascade,
  measure_id text not null,
  step text not null,
  done_on text not null,
  text text not null,
  defence text,
  vote text,
  record_id text,
  file_id text,
  sha256 text
) strict;
create index measure_step_unit on measure_step (unit_id);

create table screening (
  id text primary key references item (id) on delete cascade,
  preset text not null,
  charter text not null,
  category text not null,
  intended text not null,
  stage text not null,
  entered text not null,
  -- Counted when the panel was concluded, from sheets that may lie in another tier.
  panel_count integer,
  panel_mean real,
  credit_waiver text not null default '',
  publicity_from text,
  publicity_days integer not null default 5,
  publicity_place text not null default '',
  days_off text not null default '[]',
  signed_on text,
  fee real,
  fee_paid_on text,
  note text not null default ''
) strict;

create table screening_check (
  id text primary key,
  screening_id text not null references item (id) on delete cascade,
  item text not null,
  verdict text not null,
  note text not null,
  record_id text,
  file_id text,
  sha256 text,
  unique (screening_id, item)
) strict;

-- What was decided when, and when it was entered here: a case decided on paper keeps both.
create table screening_step (
  id text primary key,
  screening_id text not null references item (id) on delete cascade,
  position integer not null,
  stage text not null,
  outcome text not null,
  decided_on text not null,
  entered_at integer not null,
  actor text not null,
  opinion text not null,
  vote text,
  record_id text,
  file_id text,
  sha256 text
) strict;
create index screening_step_case on screening_step (screening_id, position);

create table screening_objection (
  id text primary key,
  screening_id text not null references item (id) on delete cascade,
  received_on text not null,
  objector text not null,
  content text not null,
  verdict text not null,
  answer text not null,
  answered_on text,
  record_id text,
  file_id text,
  sha256 text
) strict;
create index screening_objection_case on screening_objection (screening_id);

create table screening_sheet (
  id text primary key references item (id) on delete cascade,
  recused integer not null default 0,
  recusal_reason text not null default '',
  scores text not null default '[]',
  opinion text not null default '',
  signed_on text
) strict;
