import type { Db, Transaction } from '@huhudao/db';
import type { RoundState } from '@huhudao/domain';

/** What the rounds of a programme have in common, and what each street draws. */
export type ProgrammeDesign = {
  startsOn: string;
  deadline: string;
  questionnaireHash: string;
  visitFormHash: string;
  statement: string;
  streets: { streetId: string; sampleSizes: Record<string, number> }[];
};

export type NewProgramme = {
  id: string;
  districtId: string;
  name: string;
  design: ProgrammeDesign;
  seed: string;
};

/** The seed stays out: it is read where a round is opened (`findRound`). */
export type ProgrammeRow = { id: string; name: string; design: ProgrammeDesign; createdAt: string };

export const insertProgramme = (
  tx: Transaction,
  { id, districtId, name, design, seed }: NewProgramme,
  by: { at: string; personId: string | null },
) => tx`
  insert into programme (id, district_id, name, design, seed, created_at, created_by)
  values (${id}, ${districtId}, ${name}, ${tx.json(design)}, ${seed}, ${by.at}, ${by.personId})`;

export const countProgrammesOfName = (db: Db, districtId: string, name: string) => db<{ count: number }[]>`
  select count(*)::int as count from programme where district_id = ${districtId} and name = ${name}`;

export const listProgrammes = (db: Db, districtId: string, programmeId: string | null) => db<ProgrammeRow[]>`
  select id, name, design, created_at from programme
  where district_id = ${districtId} and (${programmeId}::uuid is null or id = ${programmeId})
  order by created_at desc, id`;

export const findProgrammeRound = (db: Db, streetId: string, programmeId: string) => db<
  { id: string; state: RoundState; drawn: number }[]
>`
  select r.id, r.state, (
    select count(*)::int from assignment a where a.street_id = r.street_id and a.round_id = r.id) as drawn
  from round r
  where r.street_id = ${streetId} and r.programme_id = ${programmeId}`;
