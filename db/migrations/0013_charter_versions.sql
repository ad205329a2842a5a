-- The version of the charter a case goes by, as the rulesets hold it; null where it was only written down.
alter table screening add column charter_ruleset_id text;
alter table screening add column charter_version_id text;
-- What each decision followed, as it was called then; null in decisions made before this was kept.
alter table screening_step add column charter text;
alter table screening_step add column charter_version_id text;
