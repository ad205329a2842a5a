-- The day on which a late recusal left too few sheets for a new result; null while the newest result stands.
alter table maturity_panel add column voided_on text;
