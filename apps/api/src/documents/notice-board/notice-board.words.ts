/** What a notice board says by itself, in both languages. The office replaces the duties where it has its own. */
import type { StewardLevel } from '@huhudao/domain';
import type { Locale, NoticeBoard } from '@huhudao/protocol';

export const levelNames: Record<Locale, Record<StewardLevel, string>> = {
  'zh-CN': { area: '片区长', grid: '网格长', building: '楼栋长', stairwell: '单元长', group: '中心户长' },
  en: {
    area: 'Area lead',
    grid: 'Grid lead',
    building: 'Building lead',
    stairwell: 'Building head',
    group: 'Household lead',
  },
};

/** One duty a line. */
const defaultDuties: Record<Locale, Record<StewardLevel, string>> = {
  'zh-CN': {
    area: '统筹全社区的入户走访，跟进居民反映的问题\n协调解决网格里办不了的事',
    grid: '带队走访本网格的每一户，听取意见建议\n汇总问题并交办，把结果告诉反映的居民\n查看楼道、消防通道等公共区域的安全',
    building: '协调各单元的走访安排和楼内公共事务\n把通知传达到每个单元',
    stairwell: '安排并陪同走访小组入户\n及时张贴通知和公示\n反映楼道里的困难和问题',
    group: '联系身边的邻里，转达通知和大家的诉求\n留意独居老人等需要照应的家庭',
  },
  en: {
    area: 'Directs the visits in the whole community and follows up what residents raise\nHelps where a grid cannot solve something by itself',
    grid: 'Leads the visits to every household of the grid and listens\nPasses problems on and tells residents what came of them\nLooks after the safety of stairwells and fire exits',
    building:
      'Coordinates the visits and what concerns the whole building\nPasses notices on to every stairwell',
    stairwell:
      'Plans the visits and comes along to the doors\nPuts up notices in time\nReports what is wrong in the stairwell',
    group:
      'Keeps in touch with the neighbours and passes on what they need\nLooks in on people who live alone',
  },
};

const dutiesOf = (level: StewardLevel): Record<Locale, string> => ({
  'zh-CN': defaultDuties['zh-CN'][level],
  en: defaultDuties.en[level],
});

/** What a community shows that has written nothing yet: these duties, and no contact. */
export const blankBoard: NoticeBoard = {
  phone: '',
  address: '',
  hours: '',
  duties: {
    area: dutiesOf('area'),
    grid: dutiesOf('grid'),
    building: dutiesOf('building'),
    stairwell: dutiesOf('stairwell'),
    group: dutiesOf('group'),
  },
};

export const boardWords: Record<
  Locale,
  {
    title: string;
    contact: string;
    phone: string;
    address: string;
    hours: string;
    qr: string;
    nobody: string;
    printed: (day: string) => string;
  }
> = {
  'zh-CN': {
    title: '楼道公示牌',
    contact: '社区联系方式',
    phone: '电话',
    address: '地址',
    hours: '时间',
    qr: '居民页面',
    nobody: '目前没有人任职，有事请直接联系社区。',
    printed: (day) => `打印于 ${day}`,
  },
  en: {
    title: 'Who looks after this stairwell',
    contact: 'Your community office',
    phone: 'Telephone',
    address: 'Address',
    hours: 'Hours',
    qr: 'Page for residents',
    nobody: 'Nobody is in office at present. Please turn to the community office.',
    printed: (day) => `Printed on ${day}`,
  },
};
