import { z } from 'zod';
import { outcomes } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { hotlineCase } from '../hotline-case.ts';

/** A door of the register that may be meant by an address. */
export const caseDoor = z.strictObject({
  householdId: id,
  communityId: id,
  address: z.string(),
  /** A round would go there: it is neither empty nor a shop, and did not ask to be left alone. */
  visitable: z.boolean(),
});
export type CaseDoor = z.infer<typeof caseDoor>;

const listedCase = z.strictObject({
  ...hotlineCase.omit({ householdId: true }).shape,
  /** Doors the address may mean: one is taken where the address names its compound or community, otherwise somebody says. */
  doors: z.array(caseDoor),
  sure: z.boolean(),
});
export type ListedCase = z.infer<typeof listedCase>;

export const readHotlineList = endpoint({
  name: 'readHotlineList',
  method: 'post',
  path: '/api/areas/{areaId}/hotline-list',
  summary:
    'Read a list of 12345 cases (.xlsx, .csv or pasted text) and find their doors; nothing of it is kept',
  gate: { kind: 'path', permission: 'rounds.openCoverage' },
  params: z.strictObject({ areaId: id }),
  body: 'file',
  response: z.strictObject({
    cases: z.array(listedCase),
    /** Rows without a number or an address, as the sheet numbers them. */
    incomplete: z.array(z.number().int()),
    /** Rows whose number stands further up already. */
    repeated: z.array(z.number().int()),
  }),
});

export const caseView = z.strictObject({
  ...hotlineCase.omit({ householdId: true }).shape,
  /** Null where nobody has said yet, or the door is no more. */
  door: caseDoor.nullable(),
  /** How the round stands at the door. */
  outcome: z.enum(outcomes).nullable(),
});
export type CaseView = z.infer<typeof caseView>;

export const listHotlineCases = endpoint({
  name: 'listHotlineCases',
  method: 'get',
  path: '/api/areas/{areaId}/rounds/{roundId}/hotline-cases',
  summary: 'The 12345 cases of a round at doors of the place; those without a door yet are the street’s',
  gate: { kind: 'path', permission: 'hotline.read' },
  params: z.strictObject({ areaId: id, roundId: id }),
  response: z.array(caseView),
});
