-- 所处阶段 beside the points and the readiness level of what a panel shows; null where it is not said.
alter table panel add column stage text;
