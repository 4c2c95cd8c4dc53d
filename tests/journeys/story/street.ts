/** An empty installation becomes a street: its administrator, its offices, its households, its teams. */
import path from 'node:path';
import { expect } from 'vitest';
import { must } from '@huhudao/domain';
import { addPeople, appointHead, areaOf, formTeam, readAreas } from '../calls/street.ts';
import { Desk } from '../desk/desk.ts';
import { addPersonAtDesk, addStreet, importRoster, setUpDistrict } from '../desk/founding.ts';
import { passwordOf, signInOffice, type Credentials, type OfficeUser } from '../office-user.ts';
import type { Stage } from './stage.ts';

export type Street = {
  id: string;
  /** The street's office: at its desk, and where it calls the API as its pages do. */
  desk: Desk;
  office: OfficeUser;
  administrator: OfficeUser;
  /** What somebody of the story signs in with. */
  credentials: (login: string) => Credentials;
};

const roster = path.join(import.meta.dirname, '../../fixtures/rosters/street.csv');

/** The administrator adds everybody else: the street's office on the page, the others by calls. */
export async function foundStreet({ browser, origin, product }: Stage): Promise<Street> {
  const lin = { login: 'linxiao', name: '林晓', districtName: '云溪区' };
  const first = await setUpDistrict(browser, `${origin}/setup?token=${await product.setupToken()}`, lin);
  await addStreet(first, '云溪街道');
  const somebody = { login: 'xiejiean', name: '谢街安', role: '街道办', area: '云溪街道' };
  const xie = await addPersonAtDesk(browser, first, somebody);
  await first.leave();
  const desk = await Desk.signIn(browser, origin, xie);
  expect(await importRoster(desk, roster, '12,000')).toContain('新增 12,000 户');

  const administrator = await signInOffice(origin, { login: lin.login, password: passwordOf(lin.login) });
  const people = await addPeople(origin, administrator, [
    ['quwenbo', '区文博', 'districtOffice', '云溪区'],
    ['qusiyuan', '区思远', 'districtOffice', '云溪区'],
    ['zuchanghe', '祖长河', 'teamLeader', '柳荫社区'],
    ['wanggefei', '王格非', 'worker', '柳荫社区'],
    ['loudaoping', '娄道平', 'buildingHead', '柳荫社区'],
    ['shiqing', '石青', 'teamLeader', '青石社区'],
  ]);
  const office = await signInOffice(origin, xie);
  await formTeam(office, '柳荫社区', '柳荫一组', 'zuchanghe', ['wanggefei', 'loudaoping']);
  await formTeam(office, '青石社区', '青石一组', 'shiqing', []);
  await appointHead(office, '柳荫社区', 'loudaoping');
  const id = areaOf(await readAreas(office), '云溪街道');
  return { id, desk, office, administrator, credentials: (login) => must(people.get(login), login) };
}
