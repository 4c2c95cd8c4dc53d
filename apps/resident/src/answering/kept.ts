/**
 * What the phone remembers of a half-finished answer: in this tab and nowhere else, until it is sent. Closing the
 * page by accident and opening it again, or loading it anew, loses nothing.
 */
import type { IdentityMode } from '@huhudao/domain';
import type { OwnAnswers } from '@huhudao/protocol';
import type { FormProgress } from '@huhudao/ui/questionnaire';

export type Kept = {
  token: string;
  mode: IdentityMode | null;
  /** When the resident agreed, by the phone's clock; null where nothing is linked to them. */
  consentedAt: string | null;
  /** The questions have begun. */
  begun: boolean;
  form: FormProgress;
  /** What is being sent: from the first try on it does not change any more. */
  sending: OwnAnswers | null;
};

export const freshKept = (token: string): Kept => ({
  token,
  mode: null,
  consentedAt: null,
  begun: false,
  form: { answers: {}, page: null, question: null },
  sending: null,
});

const storageKey = 'huhudao.answer';
const sentMark = 'sent';

/** What was kept for this ticket; nothing of another one. This app wrote it, so that its shape is trusted. */
export function readKept(token: string): Kept {
  const stored = read();
  if (stored === null || stored === sentMark) return freshKept(token);
  const kept: Kept = JSON.parse(stored);
  return kept.token === token ? kept : freshKept(token);
}

export function keep(kept: Kept): void {
  write(JSON.stringify(kept));
}

/** Forgets every answer, and the ticket with the address; only that something was sent is remembered. */
export function keepSent(): void {
  write(sentMark);
  history.replaceState(null, '', window.location.pathname);
}

export const wasSent = (): boolean => read() === sentMark;

/** A browser that keeps nothing for the page still lets one answer. */
function read(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    return;
  }
}
