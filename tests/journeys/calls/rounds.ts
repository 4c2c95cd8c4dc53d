/** Rounds beside the one the story shows on screen: opened through the API, by those who may. */
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, dayOf, must } from '@huhudao/domain';
import {
  applyImport,
  createRound,
  listRounds,
  listTeams,
  openRound,
  readImport,
  uploadRoster,
  type BodyOf,
} from '@huhudao/protocol';
import type { OfficeUser } from '../office-user.ts';

type Round = BodyOf<typeof createRound>;

/** Takes a roster over as it stands. */
export async function importByCall(office: OfficeUser, streetId: string, text: string): Promise<void> {
  const params = { areaId: streetId };
  const body = { name: 'roster.csv', type: 'text/csv', bytes: new TextEncoder().encode(text) };
  const one = { params: { ...params, importId: (await office.call(uploadRoster, { params, body })).id } };
  await until(office, one.params, 'preview');
  await office.call(applyImport, one);
  await until(office, one.params, 'applied');
}

async function until(
  office: OfficeUser,
  params: { areaId: string; importId: string },
  state: string,
): Promise<void> {
  for (;;) {
    const now = await office.call(readImport, { params });
    if (now.state === state) return;
    if (now.state === 'failed') throw new Error(`the import failed: ${now.problem?.code}`);
    await sleep(50);
  }
}

/** A roster of one new building: six floors of four doors. */
export function smallRoster(community: string): string {
  const doors = [1, 2, 3, 4, 5, 6].flatMap((floor) =>
    [1, 2, 3, 4].map((door) => [floor, `${floor}0${door}`]),
  );
  const rows = doors.map(([floor, room]) => `${community},第1网格,临江苑,1栋,1单元,${floor},${room},,,自住,`);
  return ['社区,网格,小区,楼栋,单元,楼层,房号,户主姓名,联系电话,房屋状态,备注', ...rows].join('\n');
}

type Wanted = Pick<Round, 'name' | 'purpose' | 'scope'> & { like: string; teams: readonly string[] };

/**
 * Opens a round with the forms of an earlier one (`like`), and returns its id. The teams are the street's to name:
 * `office` reads which they are.
 */
export async function openByCall(
  opener: OfficeUser,
  office: OfficeUser,
  streetId: string,
  { like, teams, ...wanted }: Wanted,
): Promise<string> {
  const params = { areaId: streetId };
  const earlier = (await office.call(listRounds, { params })).find((round) => round.id === like);
  const { questionnaireHash, visitFormHash } = must(earlier, 'the earlier round');
  const all = await office.call(listTeams, { params });
  const today = dayOf(new Date().toISOString());
  const body = {
    ...wanted,
    startsOn: today,
    deadline: addDays(today, 21),
    attemptsWanted: 3,
    questionnaireHash,
    visitFormHash,
    statement: '您好，我们是社区的走访小组。',
    materials: [],
    teamIds: teams.map(
      (name) =>
        must(
          all.find((team) => team.name === name),
          name,
        ).id,
    ),
  };
  const { id } = await opener.call(createRound, { params, body });
  await opener.call(openRound, { params: { ...params, roundId: id } });
  return id;
}
