import { z } from 'zod';
import { roundStates } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { contentHash, day, id, instant, line, text } from '../fields.ts';

const gate = { kind: 'path', permission: 'programmes.manage' } as const;
const inDistrict = z.strictObject({ areaId: id });
const programmes = '/api/areas/{areaId}/programmes';

/** Households to draw: of all streets together, or in each of them; every household has the same chance within that. */
const programmeSize = z.strictObject({
  of: z.enum(['all', 'street']),
  doors: z.number().int().min(1).max(200_000),
});

export const programmeBody = z
  .strictObject({
    name: line,
    streetIds: z.array(id).min(1).max(100),
    size: programmeSize,
    questionnaireHash: contentHash,
    visitFormHash: contentHash,
    startsOn: day,
    deadline: day,
    statement: text,
  })
  .refine(({ startsOn, deadline }) => startsOn <= deadline);

export const programmeView = z.strictObject({
  id,
  name: z.string(),
  startsOn: day,
  deadline: day,
  questionnaireHash: contentHash,
  createdAt: instant,
  streets: z.array(
    z.strictObject({
      streetId: id,
      streetName: z.string(),
      /** Households to draw, by community. */
      sampleSizes: z.record(id, z.number().int()),
      /** Null where the street has no round yet, or its draft was thrown away. */
      round: z
        .strictObject({
          id,
          state: z.enum(roundStates),
          /** Doors that were drawn, those of them that count, and those with a final outcome. */
          drawn: z.number().int(),
          eligible: z.number().int(),
          settled: z.number().int(),
        })
        .nullable(),
    }),
  ),
});
export type ProgrammeView = z.infer<typeof programmeView>;

export const listProgrammes = endpoint({
  name: 'listProgrammes',
  method: 'get',
  path: programmes,
  summary: 'Measurement programmes of a district with the coverage of each street, newest first',
  gate,
  params: inDistrict,
  response: z.array(programmeView),
});

export const createProgramme = endpoint({
  name: 'createProgramme',
  method: 'post',
  path: programmes,
  summary:
    'Begin a programme: one seed and one design for several streets; each then gets its round as a draft',
  gate,
  params: inDistrict,
  body: programmeBody,
  response: programmeView,
});

export const makeProgrammeRounds = endpoint({
  name: 'makeProgrammeRounds',
  method: 'post',
  path: `${programmes}/{programmeId}/rounds`,
  summary: 'Make the drafts of a programme’s rounds in the streets that have none; may be called again',
  gate,
  params: z.strictObject({ areaId: id, programmeId: id }),
  response: programmeView,
});
