/** Sends what waits to group chats. What fails is tried again later and later, then given up for the office to see. */
import { botMessagesPerMinute, pauseAfter, type BotResult } from '@huhudao/domain';
import type { Deps } from '../http/deps.ts';
import { readAddress, signAddress } from './bot-address.ts';
import { botText } from './bot-words.ts';
import * as queries from './bots.queries.ts';

/** Days that messages which are over stay, for the office to see what was given up. */
export const keptDays = 30;

/** Milliseconds a chat may take to answer. */
const patience = 5000;

export async function deliverToBots(deps: Deps): Promise<void> {
  const now = deps.now().getTime();
  const [at, minuteAgo] = [new Date(now), new Date(now - 60_000)].map((one) => one.toISOString());
  const due = await queries.listDue(deps.sql, String(at), String(minuteAgo), botMessagesPerMinute);
  const byBot = Map.groupBy(due, ({ streetId, botId }) => `${streetId} ${botId}`);
  // One that does not answer holds up no other.
  await Promise.all([...byBot.values()].map((messages) => deliverInOrder(deps, messages)));
}

export async function forgetMessages(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - keptDays * 86_400_000);
  await queries.forgetMessages(deps.sql, before.toISOString());
}

/** One bot's messages, until one fails: the next would fail as well. */
async function deliverInOrder(deps: Deps, messages: readonly queries.DueRow[]): Promise<void> {
  for (const message of messages) {
    const now = deps.now().getTime();
    const pause = pauseAfter(message.tries + 1);
    const nextAt = pause === null ? null : new Date(now + pause * 60_000).toISOString();
    const begun = await queries.beginTry(deps.sql, message, new Date(now).toISOString(), nextAt);
    if (begun.count === 0) continue;
    const result = await send(deps, message, now);
    await queries.endTry(deps.sql, message, result);
    if (result !== 'delivered') return;
  }
}

/** Why a try failed is told by one word: an error's text could hold the address, and with it the secret. */
async function send(deps: Deps, message: queries.DueRow, now: number): Promise<BotResult> {
  const address = readAddress(message.url, deps.env.BOT_HOSTS);
  if (address === null) return 'forbidden';
  const content = botText(message, deps.env.PUBLIC_URL);
  try {
    const answer = await fetch(signAddress(address, message.kind, message.secret, now), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok && isSuccess(await beginningOf(answer)) ? 'delivered' : 'refused';
  } catch {
    return 'unreachable';
  }
}

/** Both chats answer 200 to what they refuse, and say so in `errcode`. */
const isSuccess = (answer: string): boolean => /"errcode"\s*:\s*0\s*[,}]/.test(answer);

/** Their answers are short; whatever else a server sends is not read to its end. */
async function beginningOf(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > 4096) break;
  }
  return text;
}
