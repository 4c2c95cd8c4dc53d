/** Invented work for tests: a street, its round, its doors, and what a worker leaves behind at one. */
import { newId, type AnonymousResponse, type MutationPayload } from '@huhudao/protocol';
import type { MutationEntry, Work } from '../freeze.ts';
import { sha256Hex } from '../digest.ts';
import type { Photo } from '../photo-record.ts';
import type { RecordLabel } from '../record.ts';

export const taoyuanStreet = '00000000-0000-4000-8000-000000000001';
export const liuxiStreet = '00000000-0000-4000-8000-000000000002';
export const springRound = '00000000-0000-4000-8000-000000000011';
export const autumnRound = '00000000-0000-4000-8000-000000000012';
export const dongyuanCommunity = '00000000-0000-4000-8000-000000000021';
export const formHash = 'f'.repeat(64);
export const versionHash = 'e'.repeat(64);

/** The door with this number in a made-up stairwell. */
export function door(number: number): string {
  return `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
}

function labelOf(householdId: string): RecordLabel {
  return { roundId: springRound, stairwellId: null, householdId };
}

export function visit(
  householdId: string,
  formAnswers: MutationPayload<'recordVisit'>['formAnswers'] = {},
): MutationEntry {
  return {
    id: newId(),
    kind: 'recordVisit',
    label: labelOf(householdId),
    payload: {
      roundId: springRound,
      householdId,
      outcome: 'completed',
      present: [],
      companionIds: [],
      formHash,
      formAnswers,
      topics: [],
    },
  };
}

/** Corrects the visit with this id. */
export function amendment(visitId: string): MutationEntry {
  const payload = { visitId, outcome: 'notHome', reason: 'another door' } as const;
  return { id: newId(), kind: 'amendVisit', label: labelOf(door(0)), payload };
}

export function confidentialResponse(householdId: string, answer = 'q1'): MutationEntry {
  return {
    id: newId(),
    kind: 'recordResponse',
    label: labelOf(householdId),
    payload: {
      roundId: springRound,
      householdId,
      versionHash,
      identityMode: 'confidential',
      completionMode: 'handedOver',
      complete: true,
      consentedAt: '2026-11-20T02:00:00.000Z',
      answers: { satisfaction: answer },
      topics: [],
    },
  };
}

export function anonymousAnswers(answer = 'q1', roundId = springRound): Omit<AnonymousResponse, 'id'> {
  return {
    roundId,
    communityId: dongyuanCommunity,
    versionHash,
    completionMode: 'handedOver',
    complete: true,
    answers: { satisfaction: answer },
  };
}

/** What the resident behind a door wants put right, with these photos. */
export function issue(householdId: string, photos: readonly Photo[] = []): MutationEntry {
  return {
    id: newId(),
    kind: 'reportIssue',
    label: labelOf(householdId),
    payload: {
      roundId: springRound,
      householdId,
      category: 'lift',
      note: '',
      mayNameDoor: false,
      photos: photos.map(({ digest, size, type }) => ({ digest, size, type })),
    },
  };
}

/** A photo of a record that is still being written; its bytes are drawn from the number. */
export async function photo(
  number: number,
  of: { readonly size?: number; readonly streetId?: string; readonly householdId?: string } = {},
): Promise<Photo> {
  const { size = 100, streetId = taoyuanStreet, householdId = door(1) } = of;
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31 + number * 17) & 255);
  return {
    id: newId(),
    streetId,
    recordId: newId(),
    size,
    state: 'draft',
    received: 0,
    lastError: null,
    confirmedAt: null,
    label: labelOf(householdId),
    digest: await sha256Hex(bytes),
    type: 'image/jpeg',
    bytes,
  };
}

export function workOf(mutations: MutationEntry[], anonymous?: Omit<AnonymousResponse, 'id'>): Work<string> {
  const base = { streetId: taoyuanStreet, mutations, local: 'a visit as the tablet shows it' };
  return anonymous === undefined ? base : { ...base, anonymous };
}
