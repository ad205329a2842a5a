-- 脱密对照: what an outcome above 公开 said, and what a panel made of it says, as they were compared. It lies with the outcome, because
-- it holds the outcome's words. `content_hash` is that of the panel's content; `source` and `shown` are passages by kind.
create table outcome_redaction (
  id text primary key,
  outcome_id text not null references outcome (id) on delete cascade,
  position integer not null,
  panel_id text not null,
  edition integer not null,
  content_hash text not null,
  source text not null,
  shown text not null,
  means text not null,
  prepared_by text not null,
  made_on text not null,
  note text not null default '',
  -- The day from which the outcome is no source of the panel any more, and why; null while it is one.
  released_on text,
  release_reason text
) strict;
create index outcome_redaction_outcome on outcome_redaction (outcome_id, position);
create index outcome_redaction_panel on outcome_redaction (panel_id);

-- The written consent of each right-holder or person on which a decision of the gate stands.
create table panel_consent (
  id text primary key,
  panel_id text not null references panel (id) on delete cascade,
  position integer not null,
  decision_id text not null,
  holder text not null,
  record_id text not null,
  file_id text not null,
  sha256 text not null
) strict;
create index panel_consent_panel on panel_consent (panel_id, position);
