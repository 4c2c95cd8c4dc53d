-- What residents want put right, with the photos of it.

-- An issue never says what somebody answered: no visit, no response, no identity mode.
create table issue (
  street_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  community_id uuid not null,
  -- The round during which it was reported; null where it was none.
  round_id uuid,
  category text not null,
  note text not null,
  -- The resident agrees that whoever puts it right is told which door it came from.
  may_name_door boolean not null,
  state text not null,
  person_id uuid not null,
  device_id uuid,
  reported_at timestamptz not null,
  -- The date in Asia/Shanghai.
  reported_on date not null,
  received_at timestamptz not null,
  change_number bigint not null,
  primary key (street_id, id)
);

alter table issue add constraint issue_household
  foreign key (street_id, household_id) references household (street_id, id);

-- The office's list, the latest first.
create index issue_list on issue (street_id, community_id, reported_on);

-- The open issues of a door, at every pull.
create index issue_household_open on issue (street_id, household_id);

-- The photos an issue names; their bytes arrive apart from it, before it or after it.
create table issue_photo (
  street_id uuid not null,
  issue_id uuid not null,
  position smallint not null,
  digest text not null,
  size integer not null,
  type text not null,
  primary key (street_id, issue_id, position)
);

alter table issue_photo add constraint issue_photo_issue
  foreign key (street_id, issue_id) references issue (street_id, id);

-- Whether an issue names a photo, when photos without one are forgotten.
create index issue_photo_digest on issue_photo (street_id, digest);

-- A photo by the SHA-256 of its bytes, as far as it has arrived.
create table photo (
  street_id uuid not null,
  digest text not null,
  -- Names this upload: one that was begun anew has another.
  upload_id uuid not null,
  size integer not null,
  type text not null,
  -- Bytes that are here: the next part begins there.
  received integer not null,
  begun_at timestamptz not null,
  -- When all of it was here and proved to be the photo it was said to be.
  confirmed_at timestamptz,
  -- Why what was sent last was not taken; null once it comes again.
  refused_code text,
  primary key (street_id, digest)
);

-- Photos whose issue never came are forgotten by their age.
create index photo_begun on photo (street_id, begun_at);

create table photo_part (
  street_id uuid not null,
  digest text not null,
  starts_at integer not null,
  bytes bytea not null,
  primary key (street_id, digest, starts_at)
);

alter table photo_part add constraint photo_part_photo
  foreign key (street_id, digest) references photo (street_id, digest) on delete cascade;
