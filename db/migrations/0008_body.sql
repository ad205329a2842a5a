-- What is asked about a person (domain rules 1.6); personnel matters proper stand in the dossier.
alter table person add column department text not null default '';
alter table person add column title_level text not null default '';
alter table person add column professional_title text not null default '';
alter table person add column education text not null default '';
alter table person add column degree text not null default '';
alter table person add column major text not null default '';
alter table person add column research text not null default '';
alter table person add column orcid text not null default '';
alter table person add column staff_tier text not null default '';

create table dossier (
  id text primary key references item (id) on delete cascade,
  note text not null default ''
) strict;
create table dossier_education (
  id text primary key,
  dossier_id text not null references dossier (id) on delete cascade,
  position integer not null,
  from_month text,
  to_month text,
  school text not null,
  major text not null,
  education text not null,
  degree text not null,
  certificate text not null
) strict;
create index dossier_education_of on dossier_education (dossier_id, position);
create table dossier_work (
  id text primary key,
  dossier_id text not null references dossier (id) on delete cascade,
  position integer not null,
  from_month text,
  to_month text,
  unit text not null,
  department text not null,
  post text not null,
  duties text not null
) strict;
create index dossier_work_of on dossier_work (dossier_id, position);
create table dossier_assessment (
  id text primary key,
  dossier_id text not null references dossier (id) on delete cascade,
  position integer not null,
  kind text not null,
  period text not null,
  criteria text not null,
  score real,
  grade text not null,
  assessor text not null,
  opinion text not null
) strict;
create index dossier_assessment_of on dossier_assessment (dossier_id, position);

create table body_group (
  id text primary key references item (id) on delete cascade,
  type text not null,
  -- JSON list of codes and own words
  functions text not null default '[]',
  duties text not null default '',
  note text not null default ''
) strict;

create table appointment (
  id text primary key references item (id) on delete cascade,
  role text not null,
  duty text not null default '',
  starts_on text not null,
  ends_on text,
  letter_no text not null default '',
  basis text not null default '',
  note text not null default ''
) strict;
create index appointment_role on appointment (role, starts_on);

create table ruleset (
  id text primary key references item (id) on delete cascade,
  type text not null,
  note text not null default ''
) strict;
create table rule_version (
  id text primary key,
  ruleset_id text not null references ruleset (id) on delete cascade,
  position integer not null,
  number text not null,
  adopted_on text not null,
  effective_on text not null,
  adopted_by text not null,
  text text not null,
  -- the signed paper: a file of an archive record, by its bytes
  record_id text,
  file_id text,
  sha256 text
) strict;
create index rule_version_of on rule_version (ruleset_id, position);
create table rule_reading (
  id text primary key,
  ruleset_id text not null references ruleset (id) on delete cascade,
  position integer not null,
  version_id text not null,
  reader_name text not null,
  person_id text,
  user_id text,
  read_on text not null,
  recorded_by text not null
) strict;
create index rule_reading_of on rule_reading (ruleset_id, position);
