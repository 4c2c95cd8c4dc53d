import type { Message } from '../messages/messages.ts';
import type { Note, NoteCode } from './note.ts';

/** What a line of the report says. `{about}` and `{detail}` are filled from the note. */
const sentences: Readonly<Record<NoteCode, Message>> = {
  typeLeftOut: {
    'zh-CN': '“{about}”没有导入：这里没有“{detail}”这种题型。',
    en: '“{about}” was left out: there are no items of type “{detail}” here.',
  },
  metadataLeftOut: {
    'zh-CN': '“{about}”没有导入：设备、位置和使用者的信息一律不收集。',
    en: '“{about}” was left out: nothing about devices, places or their users is collected.',
  },
  repeatLeftOut: {
    'zh-CN': '重复组“{about}”没有导入，其中有 {detail} 道题。',
    en: 'The repeat “{about}” was left out with its {detail} items.',
  },
  listMissing: {
    'zh-CN': '“{about}”没有导入：工作簿里没有选项表“{detail}”。',
    en: '“{about}” was left out: the workbook has no list “{detail}”.',
  },
  columnLeftOut: {
    'zh-CN': '“{about}”的“{detail}”一列没有导入。',
    en: 'The column “{detail}” of “{about}” was left out.',
  },
  languageLeftOut: {
    'zh-CN': '语言“{about}”的文字没有导入：这里只用中文和英文。',
    en: 'Texts in “{about}” were left out: forms are in Chinese and English here.',
  },
  choiceTwice: {
    'zh-CN': '选项表“{about}”里“{detail}”出现了两次，只留下第一个。',
    en: '“{detail}” is twice in the list “{about}”; the first was kept.',
  },
  relevantLeftOut: {
    'zh-CN': '“{about}”的显示条件没有导入，现在每个人都会被问到：{detail}',
    en: 'The condition of “{about}” was left out; everyone is asked now: {detail}',
  },
  constraintLeftOut: {
    'zh-CN': '“{about}”的填写限制没有导入：{detail}',
    en: 'The constraint of “{about}” was left out: {detail}',
  },
  requiredLeftOut: {
    'zh-CN': '“{about}”只在某些情况下必答，这里改为可以不答：{detail}',
    en: '“{about}” was required under a condition only, and is optional now: {detail}',
  },
  choiceFilterLeftOut: {
    'zh-CN': '“{about}”的选项筛选没有导入，现在列出全部选项：{detail}',
    en: 'The filter of the choices of “{about}” was left out; all are shown now: {detail}',
  },
  pipingLeftOut: {
    'zh-CN': '“{about}”的文字引用了前面的回答，引用处改成了省略号：每位居民看到的题目应当一样。',
    en: '“{about}” quotes an earlier answer; dots stand in its place: every resident should be asked the same.',
  },
  rangeAsNumber: {
    'zh-CN': '“{about}”的刻度不是 0 到 10 之间的整数，改为填写数字。',
    en: 'The scale of “{about}” is not of whole numbers from 0 to 10; a number is asked for.',
  },
  groupOpened: {
    'zh-CN': '组“{about}”套得太深，里面的题直接放在外面的组里，显示条件保留。',
    en: 'The group “{about}” lies too deep; its items stand in the group around it, under its condition.',
  },
  textNoteMoved: {
    'zh-CN': '说明“{about}”放到了“{detail}”的题目说明里。',
    en: 'The note “{about}” became the description of “{detail}”.',
  },
  textNoteLeftOut: {
    'zh-CN': '说明“{about}”没有导入：后面没有题，或者只给一部分人看。',
    en: 'The note “{about}” was left out: no item follows it, or only some are shown it.',
  },
  textCut: {
    'zh-CN': '“{about}”的文字超过 {detail} 个字，多出的没有导入。',
    en: 'A text of “{about}” is longer than {detail} characters; the rest was left out.',
  },
  renamed: {
    'zh-CN': '“{about}”改名为“{detail}”：名称只用字母和数字，以小写字母开头。',
    en: '“{about}” is called “{detail}” here: names have letters and digits and begin with a small letter.',
  },
  codesRenamed: {
    'zh-CN': '选项表“{about}”的代码改了，例如 {detail}：代码只用字母和数字，以小写字母开头。',
    en: 'Codes of the list “{about}” are others here, such as {detail}: letters and digits, a small letter first.',
  },
  chineseMissing: {
    'zh-CN': '有 {detail} 处文字没有中文，补上后才能发布。',
    en: '{detail} texts have no Chinese yet; they are needed before the form can be published.',
  },
  countsBeside: {
    'zh-CN':
      '“{about}”属于哪项指标、怎样计分，写在 indicator、headline、counts、score 几列里；别的系统不读这些列。',
    en: 'Which indicator “{about}” belongs to and how it counts is in the columns indicator, headline, counts and score; other systems do not read them.',
  },
  wishLeftOut: {
    'zh-CN': '“{about}”会把居民的愿望转给办公室，别的系统没有这个功能。',
    en: '“{about}” passes a resident’s wish on to the office; other systems cannot.',
  },
  conditionLeftOut: {
    'zh-CN': '“{about}”的显示条件写不成 XLSForm，导出后每个人都会被问到：{detail}',
    en: 'The condition of “{about}” cannot be written in an XLSForm; everyone is asked there: {detail}',
  },
  yesNoAsChoices: {
    'zh-CN': '“{about}”写成了“是”和“否”两个选项。',
    en: '“{about}” is written as a choice of yes and no.',
  },
  endsLeftOut: {
    'zh-CN': '“{about}”刻度两端的文字没有导出。',
    en: 'The words at the ends of the scale of “{about}” were left out.',
  },
  someRowLeftOut: {
    'zh-CN': '“{about}”要求至少答一行，XLSForm 写不出来，导出后可以不答。',
    en: '“{about}” asks for at least one row; an XLSForm cannot say so, and it is optional there.',
  },
};

/** What a note says, in both languages. */
export function noteMessage({ code, about, detail }: Note): Message {
  const fill = (text: string) => text.replaceAll('{about}', about).replaceAll('{detail}', detail);
  const { 'zh-CN': zh, en } = sentences[code];
  return { 'zh-CN': fill(zh), en: fill(en) };
}
