/** Rounds beside the first, opened through the API and visited through the app's own code. */
import { expect } from 'vitest';
import { closeRound } from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { importByCall, openByCall, smallRoster } from '../calls/rounds.ts';
import { addPeople, areaOf, formTeam, readAreas } from '../calls/street.ts';
import { attemptsOf, sendEverything, workByCode } from '../field/field-day.ts';
import { FieldTablet } from '../field/field-tablet.ts';
import { signInOffice } from '../office-user.ts';
import type { Ledger } from '../recount/ledger.ts';
import { aMonthLater, encountersOf, newCommunity } from './script.ts';
import type { Stage } from './stage.ts';
import type { Street } from './street.ts';
import type { Tablets } from './visiting.ts';

/** A small community is added and visited whole. Returns its round, closed; `like` lends its forms. */
export async function coverNewCommunity(
  { origin }: Stage,
  street: Street,
  like: string,
  ledger: Ledger,
): Promise<string> {
  const { office, administrator } = street;
  await importByCall(office, street.id, smallRoster('临江社区'));
  const people = await addPeople(origin, administrator, [['jianglin', '江临', 'teamLeader', '临江社区']]);
  await formTeam(office, '临江社区', '临江一组', 'jianglin', []);
  const roundId = await openByCall(office, office, street.id, {
    name: '临江普访',
    purpose: 'coverage',
    scope: { communityIds: [areaOf(await readAreas(office), '临江社区')] },
    like,
    teams: ['临江一组'],
  });
  const jiang = must(people.get('jianglin'), 'jianglin');
  const tablet = await FieldTablet.signIn(origin, jiang, '临江社区 1号平板');
  expect(await tablet.sync()).toMatchObject({ result: 'done' });
  const attempts = attemptsOf(roundId, await tablet.doors(roundId), encountersOf(newCommunity));
  await workByCode(tablet, attempts, ledger);
  await sendEverything(tablet);
  await office.call(closeRound, { params: { areaId: street.id, roundId } });
  return roundId;
}

/** The street is asked once more, 45 doors in each of the two communities. Returns the round, closed. */
export async function askAgain(
  { origin }: Stage,
  street: Street,
  { zu, shi }: Tablets,
  like: string,
  ledger: Ledger,
): Promise<string> {
  const district = await signInOffice(origin, street.credentials('quwenbo'));
  const areas = await readAreas(street.office);
  const sizes = ['柳荫社区', '青石社区'].map((name) => [areaOf(areas, name), 45] as const);
  const roundId = await openByCall(district, street.office, street.id, {
    name: '12月模拟测评',
    purpose: 'measurement',
    scope: { communityIds: sizes.map(([id]) => id), sampleSizes: Object.fromEntries(sizes) },
    like,
    teams: ['柳荫一组', '青石一组'],
  });
  for (const tablet of [zu, shi]) {
    expect(await tablet.sync()).toMatchObject({ result: 'done' });
    const attempts = attemptsOf(roundId, await tablet.doors(roundId), encountersOf(aMonthLater));
    await workByCode(tablet, attempts, ledger);
    await sendEverything(tablet);
  }
  await district.call(closeRound, { params: { areaId: street.id, roundId } });
  return roundId;
}
