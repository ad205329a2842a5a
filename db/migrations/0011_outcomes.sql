create table outcome (
  id text primary key references item (id) on delete cascade,
  high_tech_field text not null,
  technical_field text not null,
  cancer_type text not null default '',
  form text not null,
  attribute text not null,
  class text not null,
  stage text not null,
  -- a JSON array of at most three
  keywords text not null default '[]',
  registration_no text not null default '',
  begun_on text,
  completed_on text,
  trl integer,
  summary text not null default '',
  -- set by a person against the derived one, with the reason
  status_override text,
  override_reason text not null default ''
) strict;

-- Who contributed and with what share of the whole, in basis points; all rows of an outcome add up to 10000.
create table outcome_contributor (
  id text primary key,
  outcome_id text not null references item (id) on delete cascade,
  position integer not null,
  kind text not null,
  party_id text not null,
  share integer not null,
  duty text not null default ''
) strict;
create index outcome_contributor_of on outcome_contributor (outcome_id, position);

create table outcome_ip (
  id text primary key,
  outcome_id text not null references item (id) on delete cascade,
  position integer not null,
  kind text not null,
  name text not null,
  number text not null default '',
  state text not null,
  filed_on text,
  published_on text,
  granted_on text,
  fee_due_on text,
  holders text not null default '',
  inventors text not null default '',
  background integer not null default 0,
  note text not null default ''
) strict;
create index outcome_ip_of on outcome_ip (outcome_id, position);

create table outcome_event (
  id text primary key,
  outcome_id text not null references item (id) on delete cascade,
  position integer not null,
  path text not null,
  kind text not null,
  occurred_on text not null,
  text text not null
) strict;
create index outcome_event_of on outcome_event (outcome_id, position);

-- A panel on the maturity of one outcome; the outcome is a link.
create table maturity_panel (
  id text primary key references item (id) on delete cascade,
  convened_on text not null,
  chair text not null default '',
  advancement text not null default '',
  market_prospect text not null default '',
  benefit text not null default ''
) strict;

create table maturity_panel_expert (
  id text primary key,
  panel_id text not null references item (id) on delete cascade,
  position integer not null,
  person_id text not null,
  state text not null,
  decided_on text,
  ground text,
  note text not null default ''
) strict;
create index maturity_panel_expert_of on maturity_panel_expert (panel_id, position);

-- Results as they were computed; a later one takes the place of the one before, which stays.
create table maturity_panel_result (
  id text primary key,
  panel_id text not null references item (id) on delete cascade,
  position integer not null,
  computed_on text not null,
  cause text not null,
  sheets integer not null,
  counted integer not null,
  trimmed integer not null,
  -- hundredths of a point
  total integer not null,
  means text not null,
  verdict text not null,
  basis text not null
) strict;
create index maturity_panel_result_of on maturity_panel_result (panel_id, position);

-- One expert's sheet; the panel and the expert are links.
create table maturity_sheet (
  id text primary key references item (id) on delete cascade,
  opinion text not null default '',
  source text not null,
  locked_on text,
  hash text not null default ''
) strict;

create table maturity_sheet_score (
  id text primary key,
  sheet_id text not null references item (id) on delete cascade,
  indicator text not null,
  -- halves of a point
  halves integer,
  record_id text,
  file_id text,
  sha256 text
) strict;
create unique index maturity_sheet_score_of on maturity_sheet_score (sheet_id, indicator);

-- The blank score sheet that left in a bundle: which copy may be answered, with which code, and what came back.
create table sent_form (
  bundle_id text primary key references sent_bundle (id) on delete cascade,
  code text not null,
  panel_id text not null,
  expert_id text not null,
  answered_at integer,
  -- SHA-256 of the answer as it was filed: the same one again is nothing new
  answer_hash text,
  sheet_id text
) strict;
create index sent_form_of on sent_form (panel_id, expert_id);
