-- Rates: counts kept in the response's transaction, and the releases that are all a reader ever sees.

-- Count of responses by item and code; the row with item '' and code '' counts the responses themselves.
-- A round has one questionnaire version, so the version is known from the round.
create table rollup (
  street_id uuid not null,
  round_id uuid not null,
  community_id uuid not null,
  mode text not null,
  item text not null,
  code text not null,
  count integer not null,
  primary key (street_id, round_id, community_id, mode, item, code)
) with (fillfactor = 70);

-- A released cell never changes; the next release of the same cell has the next number.
create table release (
  street_id uuid not null,
  round_id uuid not null,
  area_id uuid not null,
  indicator text not null,
  number integer not null,
  formula_id text not null,
  kind text not null check (kind in ('shown', 'flagged', 'banded', 'hidden')),
  reason text,
  n integer not null,
  -- Everything a page or export may show of this cell, already suppressed.
  figures jsonb not null,
  -- The counts the next release is compared with; never shown.
  basis jsonb not null,
  data_time timestamptz not null,
  primary key (street_id, round_id, area_id, indicator, number)
);

create table revisit (
  street_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  community_id uuid not null,
  round_id uuid,
  reason text not null,
  rule_id uuid,
  rule_version integer,
  state text not null,
  due_on date not null,
  priority integer not null,
  owner_id uuid,
  -- Who had it before: their tablets are told that it is no longer theirs.
  former_owner_ids uuid[] not null default '{}',
  -- What the resident agreed to pass on to the next visitor.
  topics text[] not null,
  -- What somebody wrote who raised it by hand.
  note text,
  planned_on date,
  cause text,
  explanation text,
  promise text,
  raised_at timestamptz not null,
  raised_by uuid,
  resolved_at timestamptz,
  resolved_by uuid,
  change_number bigint not null,
  primary key (street_id, id)
);

alter table revisit add constraint revisit_household
  foreign key (street_id, household_id) references household (street_id, id);

create index revisit_queue on revisit (street_id, due_on) where state in ('open', 'planned', 'visited');

create index revisit_changed on revisit (street_id, change_number);

-- A person's own, at each pull.
create index revisit_owner on revisit (street_id, owner_id) where state in ('open', 'planned', 'visited');

-- A household is flagged once for one reason until somebody has dealt with it. The last of the table's indexes, like
-- `visit_household`: each push asks for it.
create unique index revisit_current on revisit (street_id, household_id, reason)
  where state in ('open', 'planned', 'visited');

-- A street's audit: ids and keyed digests, never personal data or answers.
create table audit_entry (
  street_id uuid not null references street_head (street_id),
  number bigint not null,
  at timestamptz not null,
  actor_id uuid,
  device_id uuid,
  action text not null,
  subject jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (street_id, number)
);
