import type { z } from 'zod';
import { addDays } from '@huhudao/domain';
import { programmeBody } from '@huhudao/protocol';
import { today } from '@huhudao/ui';

/** A programme while somebody fills in its form: anything may still be missing. */
export type ProgrammeDraft = {
  name: string;
  streetIds: string[];
  of: 'all' | 'street';
  doors: number | null;
  questionnaireHash: string | null;
  visitFormHash: string | null;
  startsOn: string | null;
  deadline: string | null;
  statement: string;
};

export const emptyProgramme = (): ProgrammeDraft => ({
  name: '',
  streetIds: [],
  of: 'street',
  doors: null,
  questionnaireHash: null,
  visitFormHash: null,
  startsOn: today(),
  deadline: addDays(today(), 21),
  statement: '',
});

/** The programme as it is sent; undefined while something is missing. */
export function bodyOf({ of, doors, ...rest }: ProgrammeDraft): z.output<typeof programmeBody> | undefined {
  const parsed = programmeBody.safeParse({ ...rest, size: { of, doors } });
  return parsed.success && parsed.data.statement !== '' ? parsed.data : undefined;
}
