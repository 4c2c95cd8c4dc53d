-- The register of one street: its head row, buildings, households, residents, and who looks after which stairwell.

-- Every writing transaction of a street locks this row, so that change numbers follow commit order
-- and the street's audit entries form one chain.
create table street_head (
  street_id uuid primary key references area (id),
  change_number bigint not null default 0,
  audit_number bigint not null default 0,
  audit_hash bytea not null
);

create table compound (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  community_id uuid not null references area (id),
  name text not null,
  primary key (street_id, id)
);

create unique index compound_name on compound (street_id, community_id, name);

create table building (
  street_id uuid not null,
  id uuid not null,
  compound_id uuid not null,
  community_id uuid not null references area (id),
  grid_id uuid references area (id),
  label text not null,
  -- The number in the label, so that 10栋 comes after 9栋.
  position integer not null,
  primary key (street_id, id)
);

alter table building add constraint building_compound
  foreign key (street_id, compound_id) references compound (street_id, id);

create unique index building_label on building (street_id, compound_id, label);

create table stairwell (
  street_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  community_id uuid not null references area (id),
  label text not null,
  position integer not null,
  primary key (street_id, id)
);

alter table stairwell add constraint stairwell_building
  foreign key (street_id, building_id) references building (street_id, id);

create unique index stairwell_label on stairwell (street_id, building_id, label);

create table household (
  street_id uuid not null,
  id uuid not null,
  stairwell_id uuid not null,
  community_id uuid not null references area (id),
  floor integer not null,
  room text not null,
  -- Order of doors on a floor, and width in the stairwell grid for split and double flats.
  position integer not null,
  span integer not null default 1,
  occupancy text not null,
  do_not_contact boolean not null default false,
  -- What the next visitor must know at the door: a dog, somebody frail.
  caution text,
  note text,
  -- Hours of the day in which nobody knocks here: a list of from and until.
  quiet jsonb not null default '[]',
  removed_at timestamptz,
  change_number bigint not null,
  primary key (street_id, id)
);

alter table household add constraint household_stairwell
  foreign key (street_id, stairwell_id) references stairwell (street_id, id);

-- A door is one household; a removed one may be entered again.
create unique index household_door on household (street_id, stairwell_id, room) where removed_at is null;

-- Registers are listed, frames drawn and coverage shown by community.
create index household_community on household (street_id, community_id) where removed_at is null;

-- A tablet asks for what changed since its cursor.
create index household_changed on household (street_id, change_number);

create table resident (
  street_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  name text not null,
  -- Pinyin initials, made on the server: zjh finds 张建华.
  initials text not null,
  phone text,
  primary key (street_id, id)
);

alter table resident add constraint resident_household
  foreign key (street_id, household_id) references household (street_id, id) on delete cascade;

create index resident_of_household on resident (street_id, household_id);

-- Households of one stairwell that a 中心户长 looks after.
create table household_group (
  street_id uuid not null,
  id uuid not null,
  stairwell_id uuid not null,
  community_id uuid not null references area (id),
  name text not null,
  dissolved_at timestamptz,
  primary key (street_id, id)
);

alter table household_group add constraint household_group_stairwell
  foreign key (street_id, stairwell_id) references stairwell (street_id, id);

create unique index household_group_name on household_group (street_id, stairwell_id, name) where dissolved_at is null;

-- A household is in one group at most; a group that is dissolved has none.
create table household_group_member (
  street_id uuid not null,
  household_id uuid not null,
  group_id uuid not null,
  primary key (street_id, household_id)
);

alter table household_group_member add constraint household_group_member_household
  foreign key (street_id, household_id) references household (street_id, id) on delete cascade;

alter table household_group_member add constraint household_group_member_group
  foreign key (street_id, group_id) references household_group (street_id, id) on delete cascade;

-- One person's term of office over one unit of one of the five levels.
create table steward_term (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null references person (id),
  community_id uuid references area (id),
  grid_id uuid references area (id),
  building_id uuid,
  stairwell_id uuid,
  group_id uuid,
  level text not null generated always as (
    case when community_id is not null then 'area' when grid_id is not null then 'grid'
      when building_id is not null then 'building' when stairwell_id is not null then 'stairwell'
      else 'group' end) stored,
  unit_id uuid not null generated always as (
    coalesce(community_id, grid_id, building_id, stairwell_id, group_id)) stored,
  starts_on date not null,
  -- The day of handing over is the last of one term and the first of the next.
  ends_on date,
  -- What the office has chosen to publish on the notice board; gone when the term is over.
  phone text,
  primary key (street_id, id),
  check (num_nonnulls(community_id, grid_id, building_id, stairwell_id, group_id) = 1),
  check (ends_on >= starts_on)
);

alter table steward_term add constraint steward_term_building
  foreign key (street_id, building_id) references building (street_id, id);

alter table steward_term add constraint steward_term_stairwell
  foreign key (street_id, stairwell_id) references stairwell (street_id, id);

alter table steward_term add constraint steward_term_group
  foreign key (street_id, group_id) references household_group (street_id, id);

create index steward_term_person on steward_term (street_id, person_id);

-- Second guard: a unit has one steward at a time.
alter table steward_term add constraint steward_term_free
  exclude using gist (street_id with =, unit_id with =, daterange(starts_on, ends_on, '[)') with &&);

-- What a community says on its notice boards besides who is in office; duties by level and language where it has its own.
create table notice_board (
  street_id uuid not null references street_head (street_id),
  community_id uuid not null references area (id),
  phone text not null,
  address text not null,
  hours text not null,
  duties jsonb not null,
  primary key (street_id, community_id)
);

create table team (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  community_id uuid not null references area (id),
  name text not null,
  leader_id uuid not null references person (id),
  disbanded_at timestamptz,
  -- The assessor's round it was made for: no team of the community, and in nobody's list.
  round_id uuid,
  primary key (street_id, id)
);

-- An assessor's team takes no name away: that would tell of it.
create unique index team_name on team (street_id, community_id, name) where disbanded_at is null and round_id is null;

create table team_member (
  street_id uuid not null,
  team_id uuid not null,
  person_id uuid not null references person (id),
  primary key (street_id, team_id, person_id)
);

alter table team_member add constraint team_member_team
  foreign key (street_id, team_id) references team (street_id, id) on delete cascade;

-- A tablet's first question: which teams is this person in?
create index team_member_person on team_member (street_id, person_id);

create table import (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  file_name text not null,
  file_hash text not null,
  -- The uploaded file, kept until the import is applied or discarded.
  file bytea,
  -- Rows that are not taken, with their column titles, to be downloaded and mended; kept for a month.
  rejected jsonb,
  state text not null check (state in ('reading', 'preview', 'applying', 'applied', 'undone', 'failed', 'discarded')),
  settings jsonb not null,
  preview jsonb,
  problem jsonb,
  progress integer not null default 0,
  total integer not null default 0,
  result jsonb,
  -- Areas added for it, in a transaction before its own: closed again where it comes to nothing.
  new_area_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid not null references person (id),
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (street_id, id)
);

-- What is wrong with a roster, in the order of its rows; no row number means the whole table.
create table import_problem (
  street_id uuid not null,
  import_id uuid not null,
  number integer not null,
  row_number integer,
  column_letter text,
  code text not null,
  severity text not null,
  details jsonb not null,
  primary key (street_id, import_id, number)
);

alter table import_problem add constraint import_problem_import
  foreign key (street_id, import_id) references import (street_id, id) on delete cascade;

-- What an import changed, so that it can be undone whole: the fields as they were before, or null where there was no row;
-- and as it left them: what people decided since is not undone.
create table import_change (
  street_id uuid not null,
  import_id uuid not null,
  number integer not null,
  entity text not null,
  entity_id uuid not null,
  before jsonb,
  after jsonb,
  primary key (street_id, import_id, number)
);

alter table import_change add constraint import_change_import
  foreign key (street_id, import_id) references import (street_id, id) on delete cascade;
