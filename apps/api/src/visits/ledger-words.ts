import type { Locale } from '@huhudao/protocol';

export type LedgerWords = Record<
  | 'title'
  | 'file'
  | 'number'
  | 'date'
  | 'time'
  | 'round'
  | 'community'
  | 'address'
  | 'team'
  | 'visitor'
  | 'companions'
  | 'present'
  | 'outcome'
  | 'mode'
  | 'topics'
  | 'remarks'
  | 'parallel'
  | 'reassigned'
  | 'doubtfulTime'
  | 'yes'
  | 'no'
  | 'sentences',
  string
> & { amended: (personName: string, reason: string) => string };

/** The headings and remarks of the visit ledger, and what its fields say without words of their own. */
export const ledgerWords: Record<Locale, LedgerWords> = {
  'zh-CN': {
    title: '走访情况台账',
    file: '走访情况台账',
    number: '序号',
    date: '走访日期',
    time: '走访时间',
    round: '走访轮次',
    community: '社区',
    address: '住址',
    team: '走访小组',
    visitor: '走访人',
    companions: '同行人员',
    present: '在场人员',
    outcome: '走访结果',
    mode: '答卷方式',
    topics: '居民同意转告的事项',
    remarks: '说明',
    parallel: '同日另有小组走访',
    reassigned: '走访前已改派其他小组',
    doubtfulTime: '平板时间存疑',
    amended: (personName, reason) => `${personName}更正：${reason}`,
    yes: '是',
    no: '否',
    sentences: '；',
  },
  en: {
    title: 'Visit ledger',
    file: 'visit-ledger',
    number: 'No.',
    date: 'Date',
    time: 'Time',
    round: 'Round',
    community: 'Community',
    address: 'Address',
    team: 'Team',
    visitor: 'Visitor',
    companions: 'Came along',
    present: 'Present',
    outcome: 'Outcome',
    mode: 'Answered',
    topics: 'Topics to pass on',
    remarks: 'Remarks',
    parallel: 'Another team visited on the same day',
    reassigned: 'Had been given to another team',
    doubtfulTime: 'Tablet’s clock was doubtful',
    amended: (personName, reason) => `Corrected by ${personName}: ${reason}`,
    yes: 'Yes',
    no: 'No',
    sentences: '; ',
  },
};
