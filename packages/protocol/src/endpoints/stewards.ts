import { z } from 'zod';
import { isStorable, stewardLevels } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { day, id, line, listOf, page, words } from '../fields.ts';

const inArea = z.strictObject({ areaId: id });
const ofTerm = z.strictObject({ areaId: id, termId: id });
const gate = { kind: 'path', permission: 'stewards.manage' } as const;
const level = z.enum(stewardLevels);

/** Chosen by the office to stand on the notice board; never taken from a person’s account. */
export const publishedPhone = z
  .string()
  .regex(/^\+?[0-9][0-9 -]{4,24}$/)
  .nullable();

export const stewardUnit = z.strictObject({
  level,
  unitId: id,
  communityId: id,
  communityName: z.string(),
  gridName: z.string().nullable(),
  /** What the unit is called within its community: `柳苑 1栋 1单元`. */
  place: z.string(),
  /** The stairwell a notice board can be printed for: of a stairwell and of a group. */
  stairwellId: id.nullable(),
  /** Who is in office today. */
  term: z
    .strictObject({
      id,
      personId: id,
      personName: z.string(),
      startsOn: day,
      endsOn: day.nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** Whose term begins later. */
  next: z.strictObject({ id, personName: z.string(), startsOn: day }).nullable(),
});
export type StewardUnit = z.infer<typeof stewardUnit>;

export const listStewardUnits = endpoint({
  name: 'listStewardUnits',
  method: 'get',
  path: '/api/areas/{areaId}/steward-units',
  summary:
    'What is looked after on the five levels and by whom today; `search` matches name, pinyin initials, place and room',
  gate,
  params: inArea,
  query: z.strictObject({
    ...page,
    level: level.optional(),
    state: z.enum(['held', 'missing']).optional(),
    search: words(60).optional(),
  }),
  response: listOf(stewardUnit),
});

export const stewardCount = z.strictObject({
  level,
  communityId: id,
  communityName: z.string(),
  gridId: id.nullable(),
  gridName: z.string().nullable(),
  units: z.number().int(),
  missing: z.number().int(),
});
export type StewardCount = z.infer<typeof stewardCount>;

export const countStewards = endpoint({
  name: 'countStewards',
  method: 'get',
  path: '/api/areas/{areaId}/steward-counts',
  summary: 'By level, community and grid: how many units there are, and how many have nobody in office today',
  gate,
  params: inArea,
  response: z.array(stewardCount),
});

export const stewardTermView = z.strictObject({
  id,
  personId: id,
  personName: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
  /** None of a term that is over. */
  phone: z.string().nullable(),
  state: z.enum(['coming', 'current', 'past']),
});
export type StewardTermView = z.infer<typeof stewardTermView>;

export const listStewardTerms = endpoint({
  name: 'listStewardTerms',
  method: 'get',
  path: '/api/areas/{areaId}/steward-units/{unitId}/terms',
  summary: 'Who has looked after a unit, the latest first',
  gate,
  params: z.strictObject({ areaId: id, unitId: id }),
  response: z.array(stewardTermView),
});

export const appointSteward = endpoint({
  name: 'appointSteward',
  method: 'post',
  path: '/api/areas/{areaId}/stewards',
  summary: 'Begin a person’s term of office over units of one level',
  gate,
  params: inArea,
  body: z.strictObject({
    personId: id,
    level,
    unitIds: z.array(id).min(1).max(200),
    startsOn: day,
    phone: publishedPhone.default(null),
  }),
  response: 'nothing',
});

export const handOverSteward = endpoint({
  name: 'handOverSteward',
  method: 'post',
  path: '/api/areas/{areaId}/stewards/{termId}/successor',
  summary: 'End a term and begin the successor’s on the same day',
  gate,
  params: ofTerm,
  body: z.strictObject({ personId: id, startsOn: day, phone: publishedPhone.default(null) }),
  response: 'nothing',
});

export const endStewardTerm = endpoint({
  name: 'endStewardTerm',
  method: 'post',
  path: '/api/areas/{areaId}/stewards/{termId}/end',
  summary: 'End a term; today where no day is named',
  gate,
  params: ofTerm,
  body: z.strictObject({ endsOn: day.optional() }),
  response: 'nothing',
});

export const resumeStewardTerm = endpoint({
  name: 'resumeStewardTerm',
  method: 'post',
  path: '/api/areas/{areaId}/stewards/{termId}/resume',
  summary: 'Undo the end of a term, as long as nobody has followed',
  gate,
  params: ofTerm,
  response: 'nothing',
});

export const changeStewardPhone = endpoint({
  name: 'changeStewardPhone',
  method: 'put',
  path: '/api/areas/{areaId}/stewards/{termId}/phone',
  summary: 'Choose which telephone number the notice board publishes, or none',
  gate,
  params: ofTerm,
  body: z.strictObject({ phone: publishedPhone }),
  response: 'nothing',
});

export const createHouseholdGroup = endpoint({
  name: 'createHouseholdGroup',
  method: 'post',
  path: '/api/areas/{areaId}/household-groups',
  summary: 'Form a group of households of one stairwell',
  gate,
  params: inArea,
  body: z.strictObject({ stairwellId: id, name: line, householdIds: z.array(id).min(1).max(100) }),
  response: z.strictObject({ id }),
});

export const dissolveHouseholdGroup = endpoint({
  name: 'dissolveHouseholdGroup',
  method: 'delete',
  path: '/api/areas/{areaId}/household-groups/{groupId}',
  summary: 'Dissolve a group of households; a term over it ends today',
  gate,
  params: z.strictObject({ areaId: id, groupId: id }),
  response: 'nothing',
});

/** One duty a line; as much as one page holds for five levels. Empty: the text that comes with the product. */
const duties = z.string().trim().max(400).refine(isStorable);
const dutyText = z.strictObject({ 'zh-CN': duties, en: duties });

export const noticeBoard = z.strictObject({
  /** The community’s own telephone, address and opening hours; empty where there is none to show. */
  phone: words(60),
  address: words(120),
  hours: words(120),
  duties: z.strictObject({
    area: dutyText,
    grid: dutyText,
    building: dutyText,
    stairwell: dutyText,
    group: dutyText,
  }),
});
export type NoticeBoard = z.infer<typeof noticeBoard>;

export const readNoticeBoard = endpoint({
  name: 'readNoticeBoard',
  method: 'get',
  path: '/api/areas/{areaId}/notice-board',
  summary: 'What a community’s notice boards say besides who is in office',
  gate,
  params: inArea,
  response: noticeBoard,
});

export const changeNoticeBoard = endpoint({
  name: 'changeNoticeBoard',
  method: 'put',
  path: '/api/areas/{areaId}/notice-board',
  summary: 'Change a community’s contact and the duties on its notice boards',
  gate,
  params: inArea,
  body: noticeBoard,
  response: noticeBoard,
});

const printed = z.strictObject({
  paper: z.enum(['a4', 'a3']).default('a4'),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});

export const printNoticeBoard = endpoint({
  name: 'printNoticeBoard',
  method: 'get',
  path: '/api/areas/{areaId}/stairwells/{stairwellId}/notice-board',
  summary: 'The notice board of a stairwell as PDF',
  gate,
  params: z.strictObject({ areaId: id, stairwellId: id }),
  query: printed,
  response: 'file',
});

export const printNoticeBoards = endpoint({
  name: 'printNoticeBoards',
  method: 'get',
  path: '/api/areas/{areaId}/buildings/{buildingId}/notice-boards',
  summary: 'The notice boards of a building’s stairwells as one PDF, a page each',
  gate,
  params: z.strictObject({ areaId: id, buildingId: id }),
  query: printed,
  response: 'file',
});
