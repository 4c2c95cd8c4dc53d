/** What stands in the workbook of rows that were not taken, in both languages. */
import type { Occupancy } from '@huhudao/domain';
import { rosterSentence, type Locale, type RosterField, type RowProblem } from '@huhudao/protocol';
import type { PrivateKind } from './roster/roster.ts';
import type { RejectedWords } from './roster/write-rejected.ts';

type Words = {
  sheetName: string;
  reasonTitle: string;
  rowTitle: string;
  field: Record<RosterField, string>;
  occupancy: Record<Occupancy, string>;
  kind: Record<PrivateKind, string>;
};

const words: Record<Locale, Words> = {
  'zh-CN': {
    sheetName: '未导入',
    reasonTitle: '未导入原因',
    rowTitle: '原行号',
    field: {
      community: '社区',
      grid: '网格',
      compound: '小区',
      building: '楼栋',
      stairwell: '单元',
      floor: '楼层',
      room: '房号',
      residentName: '姓名',
      phone: '电话',
      occupancy: '居住情况',
      note: '备注',
    },
    occupancy: {
      occupied: '自住',
      rented: '出租',
      vacant: '空置',
      absent: '人户分离',
      business: '经营',
      demolished: '已拆除',
    },
    kind: { idNumber: '身份证号', birthDate: '出生日期' },
  },
  en: {
    sheetName: 'Not imported',
    reasonTitle: 'Reason',
    rowTitle: 'Row',
    field: {
      community: 'community',
      grid: 'grid',
      compound: 'compound',
      building: 'building',
      stairwell: 'stairwell',
      floor: 'floor',
      room: 'room',
      residentName: 'name',
      phone: 'phone',
      occupancy: 'occupancy',
      note: 'note',
    },
    occupancy: {
      occupied: 'occupied by the owner',
      rented: 'rented',
      vacant: 'vacant',
      absent: 'registered here, living elsewhere',
      business: 'business',
      demolished: 'demolished',
    },
    kind: { idNumber: 'identity numbers', birthDate: 'dates of birth' },
  },
};

const isKey = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

export function rejectedWords(locale: Locale): RejectedWords<RowProblem> {
  const { sheetName, reasonTitle, rowTitle, ...codes } = words[locale];
  const wordOf = (name: string, code: string): string => {
    if (!isKey(codes, name)) return code;
    const table: Record<string, string> = codes[name];
    return isKey(table, code) ? (table[code] ?? code) : code;
  };
  return {
    sheetName,
    reasonTitle,
    rowTitle,
    describe: (problem) => rosterSentence(problem, locale, wordOf),
  };
}
