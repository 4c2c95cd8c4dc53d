import type { Answer } from './whole-answer.ts';

/** The connection is reset on both sides; or what is left is swallowed, and the receiver told that this was all. */
export type Ending = 'reset' | 'cut';

/** Waits for the request that begins with `line`, and breaks it off on its way. */
export type RequestTrap = {
  readonly of: 'request';
  readonly line: string;
  /** Its head and so many bytes of its body get through; where it is undefined, nothing does. */
  readonly bodyBytes: number | undefined;
  readonly ending: Ending;
  readonly sprung: () => Promise<void>;
};

/** Waits for the whole answer to the request that begins with `line`. */
export type ReplyTrap = {
  readonly of: 'reply';
  readonly line: string;
  /** How much of the answer gets through all the same. */
  readonly share: number;
  readonly ending: Ending;
  readonly sprung: (answer: Answer) => Promise<void>;
};

export type Trap = RequestTrap | ReplyTrap;
