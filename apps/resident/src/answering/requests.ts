import {
  call,
  openTicket,
  Problem,
  problems,
  sendAnswers,
  type AnswerLink,
  type OwnAnswers,
  type ResponseOf,
  type Transport,
} from '@huhudao/protocol';
import type { Kept } from './kept.ts';

const transport: Transport = { origin: '', fetch: (input, init) => fetch(input, init) };

export type Opened = ResponseOf<typeof openTicket>;

/** @throws what `call` of the protocol throws */
export function open({ token, communityId, communityProof }: AnswerLink): Promise<Opened> {
  return call(transport, openTicket, { body: { token, communityId, communityProof } });
}

/** What is sent of what was kept. The household is named only where the resident has agreed to it. */
export function answersToSend(
  { token, communityId, communityProof, householdId, householdProof }: AnswerLink,
  { mode, consentedAt, form }: Kept,
  how: { versionHash: string; complete: boolean },
): OwnAnswers {
  const common = { token, communityId, communityProof, ...how, answers: form.answers };
  if (mode === null || mode === 'anonymous' || consentedAt === null)
    return { ...common, as: { mode: 'anonymous' } };
  return { ...common, as: { mode, householdId, householdProof, consentedAt, sentAt: consentedAt } };
}

/** Sends, with the phone's clock of this moment where a time goes with it. @throws what `call` throws */
export async function send(answers: OwnAnswers): Promise<void> {
  const { as } = answers;
  const now = new Date().toISOString();
  const timed = as.mode === 'anonymous' ? as : { ...as, sentAt: now };
  await call(transport, sendAnswers, { body: { ...answers, as: timed } });
}

/** True where the server has decided: trying again would change nothing. Without an answer, nothing is known. */
export function isDecided(error: unknown): error is Problem {
  return error instanceof Problem && error.code !== 'tooManyRequests' && problems[error.code].status < 500;
}
