create table meeting (
  id text primary key references item (id) on delete cascade,
  type text not null,
  issue_year integer,
  issue_no integer,
  held_on text,
  starts_at text not null default '',
  ends_at text not null default '',
  place text not null default '',
  -- JSON of headings, paragraphs and lists
  discussion text not null default '[]',
  stage text not null default 'DRAFT',
  correction text not null default ''
) strict;

create table meeting_attendee (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  position integer not null,
  person_id text,
  name text not null,
  unit_name text not null,
  attendance text not null,
  duty text not null
) strict;
create index meeting_attendee_of on meeting_attendee (meeting_id, position);

create table meeting_topic (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  position integer not null,
  title text not null,
  presenter text not null
) strict;
create index meeting_topic_of on meeting_topic (meeting_id, position);

create table meeting_resolution (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  position integer not null,
  content text not null,
  person_id text,
  unit_id text,
  owner text not null,
  due_on text,
  state text not null,
  closed_on text,
  note text not null
) strict;
create index meeting_resolution_of on meeting_resolution (meeting_id, position);
create index meeting_resolution_open on meeting_resolution (due_on) where state = 'OPEN';

create table meeting_vote (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  position integer not null,
  subject text not null,
  due integer not null,
  present integer not null,
  favour integer not null,
  against integer not null,
  abstained integer not null,
  recused integer not null
) strict;
create index meeting_vote_of on meeting_vote (meeting_id, position);

create table meeting_attachment (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  position integer not null,
  name text not null,
  record_id text not null,
  file_id text not null,
  sha256 text not null
) strict;
create index meeting_attachment_of on meeting_attachment (meeting_id, position);

-- What was signed stays as it was: a correction is another row.
create table meeting_version (
  id text primary key,
  meeting_id text not null references item (id) on delete cascade,
  number integer not null,
  content text not null,
  sha256 text not null,
  signer text not null,
  issued_on text not null,
  signed_at integer not null,
  reason text not null,
  record_id text not null
) strict;
create unique index meeting_version_of on meeting_version (meeting_id, number);
create trigger meeting_version_fixed before update on meeting_version begin
  select raise(abort, 'a signed version of minutes does not change');
end;
