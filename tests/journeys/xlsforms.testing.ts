/**
 * Three forms as other systems have them, made from what the XLSForm specification offers (https://xlsform.org): of a
 * phone collector, of a server with columns of its own, and in the spelling of ten years ago. Texts are invented.
 */
import { composeWorkbook, type WorkbookCell } from '../../apps/api/src/spreadsheets/hucre.ts';

type Table = readonly [header: string[], ...rows: WorkbookCell[][]];
export type OtherForm = {
  title: string;
  tables: { survey: Table; choices: Table; settings: Table };
  /** What is said of it before it is taken. */
  told: readonly string[];
  /** Items of the draft. */
  items: number;
};

/** As the other system would give it. */
export function workbookOf({ tables }: OtherForm): Promise<Uint8Array> {
  return composeWorkbook(
    Object.entries(tables).map(([name, [header, ...rows]]) => ({
      name,
      columns: header.map(() => ({ width: 20 })),
      header,
      rows,
    })),
  );
}

/** Groups, skips, limits, a scale, a note, what devices tell, a calculation, a third language. */
const collector: OtherForm = {
  title: '垃圾分类情况',
  items: 7,
  told: ['不收集', 'calculate', 'Français'],
  tables: {
    survey: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::中文 (zh)',
        'label::Français (fr)',
        'hint::中文 (zh)',
        'hint::English (en)',
        'required',
        'relevant',
        'constraint',
        'constraint_message::中文 (zh)',
        'constraint_message::English (en)',
        'appearance',
        'parameters',
        'calculation',
      ],
      ['start', 'start'],
      ['deviceid', 'deviceid'],
      ['note', 'hello', 'A few questions about waste.', '问几个垃圾分类的问题。'],
      ['begin_group', 'home', 'Your home', '您家里', 'Chez vous'],
      [
        'select_one yes_no',
        'sorts',
        'Do you sort waste?',
        '您家分类投放垃圾吗？',
        'Triez-vous ?',
        '',
        '',
        'yes',
      ],
      [
        'select_one reasons or_other',
        'why_not',
        'Why not?',
        '为什么不分？',
        '',
        '',
        '',
        '',
        "${sorts} = 'no'",
      ],
      [
        'integer',
        'people',
        'How many live here?',
        '家里常住几口人？',
        '',
        '算上您自己',
        'You included',
        'yes',
        '',
        '. > 0 and . <= 20',
        '请填 1 到 20',
        'From 1 to 20',
      ],
      ['end_group'],
      [
        'range',
        'rating',
        'How convenient is it?',
        '投放方便不方便？',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'start=0 end=10 step=1',
      ],
      ['date', 'last', 'When was it last collected?', '上次清运是哪天？'],
      [
        'text',
        'wish',
        'What should change?',
        '您希望怎样改进？',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'multiline',
      ],
      ['calculate', 'score', '', '', '', '', '', '', '', '', '', '', '', '', '${rating} * 10'],
    ],
    choices: [
      ['list_name', 'name', 'label::English (en)', 'label::中文 (zh)'],
      ['yes_no', 'yes', 'Yes', '分'],
      ['yes_no', 'no', 'No', '不分'],
      ['reasons', 'far', 'The bins are far', '桶太远'],
      ['reasons', 'unknown', 'I do not know how', '不知道怎么分'],
    ],
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      ['垃圾分类情况', 'waste', 3, '中文 (zh)'],
    ],
  },
};

/** A table of items, several choices with a filter, a ranking, a place, a picture, and columns of a server's own. */
const server: OtherForm = {
  title: '社区服务打分',
  items: 4,
  told: ['rank', 'geopoint', '选项筛选'],
  tables: {
    survey: [
      [
        'type',
        'name',
        'label',
        'required',
        'appearance',
        'choice_filter',
        '$kuid',
        'relevant',
        'label::English (en)',
      ],
      [
        'begin_group',
        'services',
        '您对这些服务满意吗？',
        '',
        'table-list',
        '',
        'a1',
        '',
        'Are you satisfied with these services?',
      ],
      ['select_one level', 'clinic', '卫生站', true, '', '', 'a2', '', 'Clinic'],
      ['select_one level', 'library', '图书室', true, '', '', 'a3', '', 'Library'],
      ['end_group', '', '', '', '', '', 'a4'],
      [
        'select_multiple media',
        'media',
        '您从哪里知道社区的消息？',
        true,
        '',
        "kind = 'any'",
        'a5',
        '',
        'Where do you hear of the community?',
      ],
      [
        'select_one media',
        'best',
        '哪个最管用？',
        '',
        'minimal',
        '',
        'a6',
        "selected(${media}, 'notice')",
        'Which works best?',
      ],
      ['rank level', 'order', '请排序', '', '', '', 'a7', '', 'Put them in order'],
      ['geopoint', 'place', '您在哪里？', '', '', '', 'a8', '', 'Where are you?'],
      ['image', 'photo', '拍一张', '', '', '', 'a9', '', 'A picture'],
      ['acknowledge', 'told', '请确认：您可以随时停下。', '', '', '', 'b1', '', 'You can stop at any time.'],
    ],
    choices: [
      ['list_name', 'name', 'label', 'kind', 'label::English (en)'],
      ['level', 1, '满意', '', 'Satisfied'],
      ['level', 2, '一般', '', 'Neither'],
      ['level', 3, '不满意', '', 'Dissatisfied'],
      ['media', 'notice', '公告栏', 'any', 'Notice board'],
      ['media', 'chat', '居民群', 'any', 'Group chat'],
    ],
    settings: [
      ['form_title', 'id_string', 'style', 'default_language'],
      ['社区服务打分', 'services', 'theme-grid', 'Chinese (zh)'],
    ],
  },
};

/** Spaces for underscores, one colon for two, nested groups, a repeat, an answer that is quoted, a decimal with a limit. */
const older: OtherForm = {
  title: '楼道小问卷',
  items: 4,
  told: ['重复组', '省略号'],
  tables: {
    survey: [
      ['type', 'name', 'label:Chinese', 'label:English', 'required', 'relevant', 'constraint'],
      ['begin group', 'stairs', '楼道', 'Stairwell'],
      ['select one light', 'light', '楼道灯亮不亮？', 'Do the lamps work?', 'yes'],
      ['begin group', 'dark', '灯不亮', 'The lamps do not work', '', "${light} = 'no'"],
      ['text', 'where', '哪一层不亮？', 'On which floor?', 'yes'],
      ['end group'],
      ['end group'],
      ['decimal', 'height', '扶手多高（米）？', 'How high is the rail (m)?', '', '', '. >= 0.5 and . <= 1.5'],
      ['begin repeat', 'child', '孩子', 'Child'],
      ['text', 'grade', '几年级？', 'Which grade?'],
      ['end repeat'],
      ['text', 'more', '关于${where}还有什么要说？', 'Anything else about ${where}?'],
    ],
    choices: [
      ['list name', 'name', 'label:Chinese', 'label:English'],
      ['light', 'yes', '亮', 'Yes'],
      ['light', 'no', '不亮', 'No'],
    ],
    settings: [
      ['form_title', 'form_id'],
      ['楼道小问卷', 'stairs'],
    ],
  },
};

export const otherForms = [collector, server, older] as const;
