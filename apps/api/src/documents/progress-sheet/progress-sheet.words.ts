/** What a weekly progress sheet says by itself, in both languages. */
import type { SheetState } from '@huhudao/domain';
import type { Locale } from '@huhudao/protocol';

export type SheetWords = {
  title: (area: string) => string;
  week: (from: string, until: string) => string;
  columns: {
    number: string;
    community: string;
    project: string;
    progress: string;
    next: string;
    state: string;
  };
  state: Record<SheetState, string>;
  correction: (at: string, line: string) => string;
  summary: (all: number, missing: number, late: number) => string;
  none: string;
};

export const sheetWords: Record<Locale, SheetWords> = {
  'zh-CN': {
    title: (area) => `${area}每周进度表`,
    week: (from, until) => `${from} 至 ${until}，数字截至 ${until} 20:00`,
    columns: {
      number: '序号',
      community: '社区',
      project: '项目名称',
      progress: '本周进展',
      next: '下周安排',
      state: '上报情况',
    },
    state: { open: '未上报', missing: '逾期未报', submitted: '已上报', late: '迟报', withdrawn: '已撤回' },
    correction: (at, line) => `更正（${at}）：${line}`,
    summary: (all, missing, late) => `应报 ${all} 份，未报 ${missing} 份，迟报 ${late} 份`,
    none: '本周没有需要上报的项目。',
  },
  en: {
    title: (area) => `Weekly progress, ${area}`,
    week: (from, until) => `${from} to ${until}; figures as of ${until} 20:00`,
    columns: {
      number: 'No.',
      community: 'Community',
      project: 'Project',
      progress: 'Progress this week',
      next: 'Plans for next week',
      state: 'Handed in',
    },
    state: {
      open: 'Not yet',
      missing: 'Missing',
      submitted: 'In time',
      late: 'Late',
      withdrawn: 'Withdrawn',
    },
    correction: (at, line) => `Correction (${at}): ${line}`,
    summary: (all, missing, late) => `${all} expected, ${missing} not handed in, ${late} late`,
    none: 'No project reports this week.',
  },
};
