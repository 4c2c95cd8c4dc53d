-- Visits and responses. Rows are only ever added; a correction is an amendment that names the row it corrects.

-- The claim of a mutation's id: taken in the transaction that applies its effect, so that a retry has one effect.
create table mutation_claim (
  street_id uuid not null,
  id uuid not null,
  content_hash bytea not null,
  result text not null,
  primary key (street_id, id)
);

-- What a tablet sent and the server could not accept, kept word for word until somebody has looked at it.
create table quarantine (
  street_id uuid not null,
  id uuid not null,
  mutation_id uuid,
  kind text,
  problem_code text not null,
  body jsonb not null,
  person_id uuid,
  device_id uuid,
  received_at timestamptz not null,
  -- The worker has given it into the office's hands, and may have said something to it.
  handed_over_at timestamptz,
  note text,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (street_id, id)
);

-- The same refused record offered again is kept once.
create unique index quarantine_mutation on quarantine (street_id, mutation_id, problem_code);

-- How many records wait for somebody, on every overview.
create index quarantine_waiting on quarantine (street_id) where resolved_at is null;

-- No foreign keys to area or questionnaire_version: this is the busiest table, the ids are checked
-- against the round in the same transaction, and shared locks on those rows would be taken by every street.
create table visit (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  community_id uuid not null,
  stairwell_id uuid not null,
  team_id uuid,
  person_id uuid not null,
  device_id uuid,
  companions uuid[] not null,
  present text[] not null,
  outcome text not null,
  completion_mode text,
  appointment_day date,
  appointment_from time,
  appointment_until time,
  form_hash text not null,
  form_answers jsonb not null,
  topics text[] not null,
  device_sequence bigint not null,
  device_time timestamptz not null,
  -- What was added to the device's clock; null when it is not known.
  skew_ms bigint,
  skew_doubtful boolean not null,
  received_at timestamptz not null,
  occurred_at timestamptz not null,
  -- The date in Asia/Shanghai.
  visited_on date not null,
  -- Another team was at this door on the same day.
  parallel boolean not null,
  -- The assignment had been given to another team before this visit arrived.
  reassigned boolean not null,
  change_number bigint not null,
  primary key (street_id, id)
);

alter table visit add constraint visit_assignment
  foreign key (street_id, round_id, household_id) references assignment (street_id, round_id, household_id);

-- The ledger by day, and the visits of a week on every overview: an index-only scan.
create index visit_ledger on visit (street_id, visited_on, round_id, community_id) include (parallel);

-- The few doors at which two teams were on one day, counted on the overview.
create index visit_parallel on visit (street_id, round_id) where parallel;

-- Those of them that a tablet was not told of yet.
create index visit_parallel_changed on visit (street_id, change_number) where parallel;

-- The visits of one door, which decide its final outcome. It stays the last of the table's indexes: of several that
-- look alike while a table is still empty the planner takes the one made last, and a plan outlives the empty table.
create index visit_household on visit (street_id, household_id, round_id);

create table visit_amendment (
  street_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  outcome text,
  form_answers jsonb,
  topics text[],
  reason text not null,
  person_id uuid not null,
  device_id uuid,
  received_at timestamptz not null,
  change_number bigint not null,
  primary key (street_id, id)
);

alter table visit_amendment add constraint visit_amendment_visit
  foreign key (street_id, visit_id) references visit (street_id, id);

create index visit_amendment_of on visit_amendment (street_id, visit_id);

create table occupancy_proposal (
  street_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  visit_id uuid not null,
  proposed text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  accepted boolean,
  primary key (street_id, id)
);

alter table occupancy_proposal add constraint occupancy_proposal_household
  foreign key (street_id, household_id) references household (street_id, id);

-- One open proposal a door.
create unique index occupancy_proposal_open on occupancy_proposal (street_id, household_id) where decided_at is null;

-- Named and confidential responses. The visit is not named here: a visit records only that the household responded.
create table response (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  household_id uuid not null,
  community_id uuid not null,
  version_hash text not null,
  identity_mode text not null check (identity_mode in ('named', 'confidential')),
  completion_mode text not null,
  complete boolean not null,
  -- Of parallel visits the first response counts; the others are kept and stay out of the rates.
  counted boolean not null,
  consented_at timestamptz not null,
  received_at timestamptz not null,
  -- Of how many adults this one was chosen; null where the round chose nobody. More than four count as four.
  eligible_adults smallint check (eligible_adults between 1 and 4),
  answers jsonb not null,
  primary key (street_id, id)
);

alter table response add constraint response_assignment
  foreign key (street_id, round_id, household_id) references assignment (street_id, round_id, household_id);

-- One counted response a household and round.
create unique index response_counted on response (street_id, round_id, household_id) where counted;

-- Anonymous responses: no household, grid, visit, person, device, sequence or time. The id is random (UUIDv4). With each
-- arrival rows and claims are written anew in another order, so that their place tells nothing (decision 019).
create table anonymous_response (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  community_id uuid not null,
  version_hash text not null,
  completion_mode text not null,
  complete boolean not null,
  -- False where the resident had answered on their own phone before.
  counted boolean not null,
  eligible_adults smallint check (eligible_adults between 1 and 4),
  answers jsonb not null,
  primary key (street_id, id)
);

create index anonymous_response_round on anonymous_response (street_id, round_id);

-- Retries of anonymous responses: id and content hash, and nothing else.
create table anonymous_claim (
  street_id uuid not null,
  id uuid not null,
  content_hash bytea not null,
  primary key (street_id, id)
);

-- What could not be sent in a batch of five, sealed to the server's key until the round closes.
create table anonymous_sealed (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  sealed bytea not null,
  primary key (street_id, id)
);

create index anonymous_sealed_round on anonymous_sealed (street_id, round_id);

-- Single-use tickets for answering on one's own phone. Not who got them, and of their use only that it happened.
create table answer_ticket (
  street_id uuid not null,
  -- SHA-256 of the token, which the server does not keep.
  token_hash bytea not null,
  round_id uuid not null,
  -- A date in Asia/Shanghai: a finer time would tell which tickets were issued together.
  expires_on date not null,
  -- Set when it is used: the HMAC of what was sent, keyed by the token, so that a retry is known again and nobody can
  -- find the answers that belong to it by trying. All zeros where the resident answered on the tablet instead.
  receipt bytea,
  primary key (street_id, token_hash)
);

alter table answer_ticket add constraint answer_ticket_round
  foreign key (street_id, round_id) references round (street_id, id) on delete cascade;
