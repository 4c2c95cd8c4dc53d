import type { Locale } from './problem.ts';

type Sentences = Record<Locale, string>;

/**
 * What may be wrong with a row, a cell or a column of a roster, in a sentence that says what was done about it.
 * `{name}` is filled from the problem's details; `{field}`, `{occupancy}` and `{kind}` are codes, put into words by
 * whoever shows the sentence.
 */
export const rosterProblems = {
  communityMissing: {
    'zh-CN': '没有写社区，这一行不导入。',
    en: 'No community is given; the row is left out.',
  },
  buildingMissing: {
    'zh-CN': '没有写楼栋，这一行不导入。',
    en: 'No building is given; the row is left out.',
  },
  roomMissing: { 'zh-CN': '没有写房号，这一行不导入。', en: 'No room is given; the row is left out.' },
  duplicateDoor: {
    'zh-CN': '与第 {firstRow} 行是同一户，只导入那一行。',
    en: 'The same door as row {firstRow}, which is taken; this row is left out.',
  },
  doorContradiction: {
    'zh-CN': '房号里写的{field}与这一行的{field}不一致，这一行不导入。',
    en: 'The room names another {field} than the row itself; the row is left out.',
  },
  dateInCell: {
    'zh-CN': '表格软件把内容变成了日期，原来写的是什么已经看不出来，请改成文字。',
    en: 'The spreadsheet turned this into a date and what was typed is lost. Please enter it as text.',
  },
  errorInCell: {
    'zh-CN': '单元格是错误值 {value}，请填写内容。',
    en: 'The cell holds the error {value}. Please fill it in.',
  },
  textTooLong: {
    'zh-CN': '内容太长（{length} 字，最多 {limit} 字）。',
    en: 'The text is too long ({length} characters; at most {limit}).',
  },
  phoneInvalid: {
    'zh-CN': '电话号码不对，已略去，其余照常导入。',
    en: 'The phone number is not valid and is dropped; the rest is taken.',
  },
  phoneSeveral: {
    'zh-CN': '有 {found} 个电话，只留第一个。',
    en: 'There are {found} phone numbers; the first is kept.',
  },
  phoneWithoutName: {
    'zh-CN': '有电话但没有姓名，电话已略去。',
    en: 'There is a phone number but no name; the number is dropped.',
  },
  floorUnreadable: {
    'zh-CN': '楼层看不懂，按房号算作 {floor} 层。',
    en: 'The floor could not be read; by the room it is floor {floor}.',
  },
  floorAssumed: {
    'zh-CN': '没有写楼层，按房号算作 {floor} 层。',
    en: 'No floor is given; by the room it is floor {floor}.',
  },
  compoundAssumed: {
    'zh-CN': '没有写小区，按“{compound}”导入。',
    en: 'No compound is given; “{compound}” is used.',
  },
  stairwellAssumed: {
    'zh-CN': '没有写单元，按“{stairwell}”导入。',
    en: 'No stairwell is given; “{stairwell}” is used.',
  },
  occupancyAssumed: {
    'zh-CN': '没有写居住情况，按“{occupancy}”导入。',
    en: 'No occupancy is given; “{occupancy}” is used.',
  },
  occupancyUnknown: {
    'zh-CN': '不认识居住情况“{word}”，请说明它的意思，这一行先不导入。',
    en: 'The occupancy “{word}” is not known. Say what it means; until then the row waits.',
  },
  idNumberRemoved: {
    'zh-CN': '内容里有身份证号码，已删去。本系统不保存身份证号码。',
    en: 'The text held an identity number, which was removed. This system never stores one.',
  },
  privateColumn: {
    'zh-CN': '“{header}”列是{kind}，不读取。本系统不保存这类信息。',
    en: 'The column “{header}” holds {kind} and is not read. This system never stores it.',
  },
  columnMissing: {
    'zh-CN': '没有{field}列，全部按默认导入。',
    en: 'There is no column for {field}; every row gets the default.',
  },
} as const satisfies Record<string, Sentences>;

export type RosterProblemCode = keyof typeof rosterProblems;

const isRosterProblem = (code: string): code is RosterProblemCode => Object.hasOwn(rosterProblems, code);

/**
 * The sentence of a roster problem. `words` puts codes among the details (`field`, `occupancy`, `kind`) into the
 * reader's words. A code this version does not know is shown as it is.
 */
export function rosterSentence(
  problem: { code: string; details: Record<string, unknown> },
  locale: Locale,
  words: (name: string, code: string) => string = (_, code) => code,
): string {
  if (!isRosterProblem(problem.code)) return problem.code;
  const template: string = rosterProblems[problem.code][locale];
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.details[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? words(name, value) : whole;
  });
}
