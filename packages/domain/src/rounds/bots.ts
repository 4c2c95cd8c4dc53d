/** Group chats whose bots can be told; both take the same message. */
export const botKinds = ['weCom', 'dingTalk'] as const;
export type BotKind = (typeof botKinds)[number];

/** What a bot can tell of: rounds only, since a chat is read by people with no role. */
export const botEvents = ['roundOpened', 'roundClosed', 'deadlineExtended', 'extensionTakenBack'] as const;
export type BotEvent = (typeof botEvents)[number];

/** How a try went: `refused` is an answer that is no success, `forbidden` an address that is no longer allowed. */
export const botResults = ['delivered', 'refused', 'unreachable', 'forbidden'] as const;
export type BotResult = (typeof botResults)[number];

/** Messages a minute that a group chat accepts of one bot. */
export const botMessagesPerMinute = 20;

/** Minutes after which a message is tried again. */
const pauses = [1, 5, 30, 120, 720];

/** How many minutes to wait after so many tries failed; null: given up. */
export function pauseAfter(tries: number): number | null {
  return pauses[tries - 1] ?? null;
}
