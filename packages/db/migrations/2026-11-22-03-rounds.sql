-- Rounds: what is visited, by whom, when.

create table round (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  programme_id uuid references programme (id),
  name text not null,
  purpose text not null,
  state text not null,
  starts_on date not null,
  deadline date not null,
  attempts_wanted integer not null default 3 check (attempts_wanted between 1 and 9),
  questionnaire_hash text references questionnaire_version (hash),
  visit_form_hash text not null references questionnaire_version (hash),
  -- What to say at the door, and what to hand out.
  statement text not null,
  materials jsonb not null,
  -- When teams go from door to door, and hours in which they do not; no windows are the usual ones.
  windows jsonb not null default '[]',
  quiet jsonb not null default '[]',
  -- Communities, and of some only grids, buildings or stairwells; in a measurement the sample size of each community.
  scope jsonb not null,
  -- An assessor's round is invisible to communities until it is released.
  assessor_id uuid references person (id),
  released_at timestamptz,
  frame_hash text,
  opened_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null references person (id),
  change_number bigint not null,
  primary key (street_id, id),
  check (deadline >= starts_on)
);

-- One round of a programme in each street.
create unique index round_programme on round (street_id, programme_id) where programme_id is not null;

create unique index round_name on round (street_id, name) where assessor_id is null;

-- A name that is taken tells that there is a round: assessors' rounds have names of their own.
create unique index round_name_assessor on round (street_id, name) where assessor_id is not null;

alter table team add constraint team_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- Places kept under a name for the next round, by the office that chose them: a street's or the district's.
create table selection (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  owner_id uuid not null references area (id),
  name text not null,
  -- As in the scope of a round.
  places jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null references person (id),
  deleted_at timestamptz,
  primary key (street_id, id)
);

create unique index selection_name on selection (street_id, owner_id, name) where deleted_at is null;

create table round_team (
  street_id uuid not null,
  round_id uuid not null,
  team_id uuid not null,
  primary key (street_id, round_id, team_id)
);

alter table round_team add constraint round_team_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

alter table round_team add constraint round_team_team
  foreign key (street_id, team_id) references team (street_id, id);

-- The 12345 cases a hotline round goes back to, and whose doors they are.
create table hotline_case (
  street_id uuid not null,
  round_id uuid not null,
  number text not null,
  -- In the order of the list.
  position integer not null,
  -- As the list gives it.
  address text not null,
  topic text,
  reported_on date,
  -- Null until somebody says. It refers to nothing: a door that an undone import takes away is missed at opening.
  household_id uuid,
  primary key (street_id, round_id, number)
);

alter table hotline_case add constraint hotline_case_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- A tablet asks by door.
create index hotline_case_household on hotline_case (street_id, round_id, household_id);

-- The frozen list a round covers or a sample is drawn from.
create table frame_entry (
  street_id uuid not null,
  round_id uuid not null,
  community_id uuid not null,
  position integer not null,
  household_id uuid not null,
  -- Drawn into the main sample (0) or a reserve replicate (1, 2 …); null where it was not drawn.
  replicate integer,
  primary key (street_id, round_id, community_id, position)
);

alter table frame_entry add constraint frame_entry_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- How a community's sample was drawn: enough to draw it again and get the same list.
create table sample_draw (
  street_id uuid not null,
  round_id uuid not null,
  community_id uuid not null,
  algorithm text not null,
  seed text not null,
  frame_hash text not null,
  frame_size integer not null,
  sample_size integer not null,
  -- Of the main sample.
  inclusion_probability double precision not null,
  reserve_replicates integer not null default 0,
  -- Households of each replicate.
  reserve_size integer not null default 0,
  primary key (street_id, round_id, community_id)
);

alter table sample_draw add constraint sample_draw_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- A reserve replicate that was released, whole, and why.
create table replicate_release (
  street_id uuid not null,
  round_id uuid not null,
  community_id uuid not null,
  replicate integer not null,
  reason text not null,
  released_at timestamptz not null,
  released_by uuid not null references person (id),
  primary key (street_id, round_id, community_id, replicate)
);

alter table replicate_release add constraint replicate_release_draw
  foreign key (street_id, round_id, community_id) references sample_draw (street_id, round_id, community_id)
  on delete cascade;

-- A household to be visited in a round, by a team. Its final outcome is a pure function of its visits.
create table assignment (
  street_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  community_id uuid not null,
  stairwell_id uuid not null,
  team_id uuid,
  -- Teams that held it before: their tablets are told that it is no longer theirs.
  former_team_ids uuid[] not null default '{}',
  inclusion_probability double precision,
  attempts integer not null default 0,
  latest_outcome text,
  latest_at timestamptz,
  outcome text,
  settled boolean not null default false,
  change_number bigint not null,
  primary key (street_id, round_id, household_id)
);

alter table assignment add constraint assignment_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

alter table assignment add constraint assignment_household
  foreign key (street_id, household_id) references household (street_id, id);

-- Coverage is read on every dashboard request, from the community down to the stairwell: an index-only scan of the round.
create index assignment_coverage on assignment (
  street_id, round_id, community_id, stairwell_id, settled, outcome, team_id);

-- The stairwell grid, and who is left in a stairwell.
create index assignment_stairwell on assignment (street_id, stairwell_id, round_id);

-- A tablet asks for its team's changes since its cursor.
create index assignment_changed on assignment (street_id, round_id, change_number);

create table plan (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  stairwell_id uuid not null,
  team_id uuid not null,
  day date not null,
  -- Wall-clock times in Asia/Shanghai.
  starts_at time not null,
  ends_at time not null,
  during tsrange not null,
  note text,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  -- The team's leader has said yes; what the leader plans is accepted at once. It holds its stairwell either way.
  accepted_at timestamptz,
  cancelled_at timestamptz,
  -- Its hours had passed without a visit when another team planned the stairwell for the same day.
  returned_at timestamptz,
  change_number bigint not null,
  primary key (street_id, id),
  check (ends_at > starts_at)
);

alter table plan add constraint plan_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

alter table plan add constraint plan_stairwell
  foreign key (street_id, stairwell_id) references stairwell (street_id, id);

alter table plan add constraint plan_team
  foreign key (street_id, team_id) references team (street_id, id);

-- Second guard behind the domain rule: a team is in one place at a time.
alter table plan add constraint plan_team_free
  exclude using gist (street_id with =, team_id with =, during with &&)
  where (cancelled_at is null and returned_at is null);

-- Second guard: two teams never go to one stairwell on one day, unless the first gave it back.
alter table plan add constraint plan_stairwell_free
  exclude using gist (street_id with =, stairwell_id with =, day with =, team_id with <>)
  where (cancelled_at is null and returned_at is null);

create index plan_changed on plan (street_id, round_id, change_number);

-- A deadline that was put off: from when to when, and why. Taken back it stays on record.
create table round_extension (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  from_day date not null,
  to_day date not null check (to_day > from_day),
  reason text not null,
  extended_at timestamptz not null,
  extended_by uuid not null references person (id),
  undone_at timestamptz,
  primary key (street_id, id)
);

alter table round_extension add constraint round_extension_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- What people are told inside the product: of rounds, teams, plans and appointments, never of who lives somewhere.
create table notice (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  kind text not null,
  -- What it tells of: one notice a cause.
  cause text not null,
  round_id uuid,
  -- Where it leads to: a stairwell, or a door of it.
  stairwell_id uuid,
  household_id uuid,
  -- Days and hours that belong to the kind.
  facts jsonb not null,
  made_at timestamptz not null,
  made_by uuid references person (id),
  primary key (street_id, id),
  unique (street_id, cause)
);

alter table notice add constraint notice_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

alter table notice add constraint notice_stairwell
  foreign key (street_id, stairwell_id) references stairwell (street_id, id);

alter table notice add constraint notice_household
  foreign key (street_id, household_id) references household (street_id, id);

-- Whom it was for when it was made: each once, in however many of the teams.
create table notice_recipient (
  street_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null references person (id),
  -- The team of which this person is told.
  team_id uuid,
  read_at timestamptz,
  primary key (street_id, notice_id, person_id)
);

alter table notice_recipient add constraint notice_recipient_notice
  foreign key (street_id, notice_id) references notice (street_id, id) on delete cascade;

alter table notice_recipient add constraint notice_recipient_team
  foreign key (street_id, team_id) references team (street_id, id);

-- A person's own: the bell of the office, and every pull.
create index notice_recipient_person on notice_recipient (street_id, person_id, notice_id);

-- Bots of group chats, by which a street or community is told of its rounds. Their addresses hold a secret each.
create table bot (
  street_id uuid not null references street_head (street_id),
  id uuid not null,
  -- The street, or a community of it.
  area_id uuid not null references area (id),
  name text not null,
  kind text not null,
  host text not null,
  url text not null,
  -- What signs messages, where the chat asks for that.
  secret text,
  -- A list of events.
  events jsonb not null,
  locale text not null,
  paused_at timestamptz,
  added_at timestamptz not null,
  added_by uuid references person (id),
  primary key (street_id, id)
);

create table bot_message (
  street_id uuid not null,
  id uuid not null,
  bot_id uuid not null,
  event text not null,
  -- Null for a test.
  round_id uuid,
  facts jsonb not null,
  made_at timestamptz not null,
  tries integer not null default 0,
  tried_at timestamptz,
  -- When it is tried next; null once it was delivered or given up.
  next_at timestamptz,
  -- How the latest try went.
  result text,
  primary key (street_id, id)
);

alter table bot_message add constraint bot_message_bot
  foreign key (street_id, bot_id) references bot (street_id, id) on delete cascade;

alter table bot_message add constraint bot_message_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- What each bot was sent of late.
create index bot_message_bot_tried on bot_message (street_id, bot_id, tried_at);

-- What waits, in every street: a handful at most.
create index bot_message_due on bot_message (next_at) where next_at is not null;

-- When a resident wants to be visited, chosen by the link on a slip or notice: the latest choice of a household stands
-- until it is withdrawn or a visit ends it (domain, `endsChosen`). It names no response, and no response names it.
create table resident_appointment (
  street_id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  -- SHA-256 of the token of the link, which the server does not keep: who holds it may see and change what was chosen.
  token_hash bytea not null,
  day date not null,
  -- Wall-clock times in Asia/Shanghai.
  starts_at time not null,
  ends_at time not null,
  note text,
  chosen_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (street_id, round_id, household_id),
  check (ends_at > starts_at)
);

alter table resident_appointment add constraint resident_appointment_assignment
  foreign key (street_id, round_id, household_id) references assignment (street_id, round_id, household_id) on delete cascade;

-- Weekly progress sheets as communities hand them in: each time a row, the latest of a week counts. Figures are frozen.
create table progress_sheet (
  street_id uuid not null,
  community_id uuid not null,
  round_id uuid not null,
  -- The Wednesday that ends the week.
  week date not null,
  -- From 1, in the order in which they were handed in or withdrawn.
  number integer not null,
  figures jsonb not null,
  progress text not null,
  next_week text not null,
  -- What was corrected, or why it was withdrawn; only the first has none.
  correction text,
  withdrawn boolean not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null,
  primary key (street_id, community_id, round_id, week, number),
  check (number = 1 or correction is not null)
);

alter table progress_sheet add constraint progress_sheet_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;

-- The sheets of a week on one page.
create index progress_sheet_week on progress_sheet (street_id, week);
