-- What 成果登记 and its evaluation form ask beside the outcome's own words; null where nothing is said.
alter table outcome add column achievement_level text;
alter table outcome add column innovations text;
alter table outcome add column innovation_degree text;
alter table outcome add column adoption text;
