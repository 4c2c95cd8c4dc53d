-- Reference tables: the same on every node, written in their own transaction, never pointing at a street's table.

-- Exclusion constraints over (uuid, range) pairs need equality operators for GiST.
create extension if not exists btree_gist;

-- One row: what this installation is. A restored copy gets a new epoch, so that tablets offer their work again.
create table installation (
  id integer primary key check (id = 1),
  epoch uuid not null,
  created_at timestamptz not null,
  setup_token_hash bytea,
  -- What is set up with the token is a demonstration; it is filled once nothing of it is missing.
  demo boolean not null default false,
  demo_filled boolean not null default false,
  audit_number bigint not null default 0,
  audit_hash bytea not null
);

create table area (
  id uuid primary key,
  kind text not null check (kind in ('district', 'street', 'community', 'grid')),
  parent_id uuid references area (id),
  -- The street this area lies in (itself for a street); null for a district.
  within_street uuid,
  name text not null,
  position integer not null default 0,
  predecessor_id uuid references area (id),
  closed_at timestamptz,
  check ((kind = 'district') = (parent_id is null)),
  check ((kind = 'district') = (within_street is null))
);

-- Children of an area are listed on every screen; two children of one parent never share a name.
create unique index area_parent_name on area (parent_id, name) where closed_at is null;

create table person (
  id uuid primary key,
  login text not null unique,
  name text not null,
  initials text not null,
  phone text,
  password_hash text not null,
  must_change_password boolean not null default false,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references person (id),
  demo boolean not null default false
);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  area_id uuid not null references area (id),
  granted_by uuid references person (id),
  granted_at timestamptz not null,
  revoked_at timestamptz
);

-- A person holds a role in an area once.
create unique index role_grant_current on role_grant (person_id, role, area_id) where revoked_at is null;

-- "Who works in this area?" is asked by the people page and by team pickers.
create index role_grant_area on role_grant (area_id) where revoked_at is null;

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Revoking a person ends all their sessions at once.
create index session_person on session (person_id) where revoked_at is null;

-- Whoever knows a feed's address reads one person's plans in a calendar. The address is stored as a hash.
create table calendar_feed (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  locale text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- A person has one at a time.
create unique index calendar_feed_person on calendar_feed (person_id) where revoked_at is null;

create table device (
  id uuid primary key,
  name text not null,
  registered_at timestamptz not null,
  registered_by uuid not null references person (id),
  last_seen_at timestamptz,
  -- As the tablet last reported it: how many records it holds that the server has not confirmed.
  unsent integer,
  oldest_unsent_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person (id)
);

create table device_credential (
  token_hash bytea primary key,
  device_id uuid not null references device (id),
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Revoking a device ends every person's credential on it.
create index device_credential_device on device_credential (device_id) where revoked_at is null;

-- Records a tablet had and has no more: its browser threw its store away before they were sent. Ids only; the rest is gone.
create table device_loss (
  record_id uuid primary key,
  device_id uuid not null references device (id),
  person_id uuid not null references person (id),
  reported_at timestamptz not null
);

-- How many a tablet has lost, in the list of tablets.
create index device_loss_device on device_loss (device_id);

create table programme (
  id uuid primary key,
  district_id uuid not null references area (id),
  name text not null,
  -- What its rounds have in common, street by street the households to draw in each community; never changed.
  design jsonb not null,
  -- Of every draw in every street. Told to nobody before a draw is made: with the frame it gives the list.
  seed text not null,
  created_at timestamptz not null,
  created_by uuid not null references person (id)
);

create unique index programme_name on programme (district_id, name);

create table questionnaire (
  id uuid primary key,
  kind text not null check (kind in ('questionnaire', 'visitForm')),
  title jsonb not null,
  draft jsonb,
  draft_saved_at timestamptz,
  -- Everybody who has worked on the draft: none of them may publish it.
  draft_author_ids uuid[] not null default '{}',
  author_id uuid references person (id),
  created_at timestamptz not null
);

-- Published versions are immutable; the key is the hash of their content. A version that is retired begins no new
-- round; rounds that have it keep it.
create table questionnaire_version (
  hash text primary key,
  questionnaire_id uuid not null references questionnaire (id),
  number integer not null,
  kind text not null,
  title jsonb not null,
  definition jsonb not null,
  compiled jsonb not null,
  codebook jsonb not null,
  author_id uuid references person (id),
  publisher_id uuid references person (id),
  published_at timestamptz not null,
  retired_at timestamptz,
  -- The versions that come with the product have no author; every other needs two different people.
  check (author_id is distinct from publisher_id or author_id is null)
);

create unique index questionnaire_version_number on questionnaire_version (questionnaire_id, number);

create table indicator_definition (
  version_hash text not null references questionnaire_version (hash),
  indicator text not null,
  formula_id text not null,
  item text not null,
  definition jsonb not null,
  primary key (version_hash, indicator)
);

create table indicator_target (
  indicator text primary key,
  target double precision not null check (target > 0 and target < 1)
);

-- Rules that raise revisits are data; a changed rule is a new version of the same rule.
create table revisit_rule (
  id uuid not null,
  version integer not null,
  reason text not null,
  -- In SurveyJS expression language over the answers; null for a rule that looks at attempts.
  condition text,
  compiled jsonb,
  effective_from date not null,
  effective_until date,
  priority integer not null,
  due_days integer not null check (due_days > 0),
  created_by uuid references person (id),
  created_at timestamptz not null,
  primary key (id, version)
);

-- Actions that belong to no street, in a hash chain whose head stands on the installation row.
create table platform_audit (
  number bigint primary key,
  at timestamptz not null,
  actor_id uuid,
  device_id uuid,
  action text not null,
  subject jsonb not null,
  previous_hash bytea not null,
  hash bytea not null
);
