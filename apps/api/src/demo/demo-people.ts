/** The people of the demonstration: one to try every role as, and teams in every community. */
import type { Role } from '@huhudao/domain';
import { communities, districtName, streetName } from './demo-places.ts';

export const demoPassword = 'yanshi-2026';

export type DemoPerson = { login: string; name: string; role: Role; place: string };

/** Shown on the sign-in page with their password. */
export const leadingPeople: readonly DemoPerson[] = [
  { login: 'guanli', name: '管一宁', role: 'administrator', place: districtName },
  { login: 'quban', name: '区文博', role: 'districtOffice', place: districtName },
  { login: 'quban2', name: '区思远', role: 'districtOffice', place: districtName },
  { login: 'jieban', name: '谢街安', role: 'streetOffice', place: streetName },
  { login: 'shequ', name: '佘区慧', role: 'communityOffice', place: '柳荫社区' },
  { login: 'zuzhang', name: '祖长河', role: 'teamLeader', place: '柳荫社区' },
  { login: 'wangge', name: '王格非', role: 'worker', place: '柳荫社区' },
  { login: 'loudao', name: '娄道平', role: 'buildingHead', place: '柳荫社区' },
  { login: 'shenji', name: '沈计明', role: 'auditor', place: districtName },
];

/** For every community but the first: an office, a leader and two workers, and in each two building heads. */
export function furtherPeople(): DemoPerson[] {
  return communities.flatMap(({ name: place }, index): DemoPerson[] => {
    const number = String(index + 1).padStart(2, '0');
    const name = place.replace('社区', '');
    const heads: DemoPerson[] = [1, 2].map((head) => ({
      login: `loudao${number}${head}`,
      name: `${name}楼道长${head}`,
      role: 'buildingHead',
      place,
    }));
    const workers: DemoPerson[] = [1, 2].map((worker) => ({
      login: `wangge${number}${worker}`,
      name: `${name}网格员${worker}`,
      role: 'worker',
      place,
    }));
    if (index === 0) return [...heads, ...workers];
    const office: DemoPerson[] = [
      { login: `shequ${number}`, name: `${name}社区办`, role: 'communityOffice', place },
      { login: `zuzhang${number}`, name: `${name}组长`, role: 'teamLeader', place },
    ];
    return [...office, ...heads, ...workers];
  });
}
