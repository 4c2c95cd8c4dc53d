/** Bots of group chats: added, paused, tried out, forgotten. The audit names them and never their addresses. */
import { newId, Problem } from '@huhudao/protocol';
import type { BotEvent } from '@huhudao/domain';
import type { Announcement } from '../http/announce.ts';
import { streetCommand, type StreetTx } from '../http/transaction.ts';
import { readAddress } from './bot-address.ts';
import * as queries from './bots.queries.ts';

type Named = Pick<queries.Named, 'botId' | 'areaIds'>;
const subject = ({ botId }: Named) => ({ botId });

/** @throws Problem botAddressRefused */
export const addBot = streetCommand({
  action: 'bot.added',
  subject: ({ areaId }: Omit<queries.NewBot, 'id' | 'host'>, { id }: { id: string }) => ({
    botId: id,
    areaId,
  }),
  run: async ({ sql, streetId, at, actor, deps }, input) => {
    const hosts = deps.env.BOT_HOSTS;
    const address = readAddress(input.url, hosts);
    if (address === null) throw new Problem('botAddressRefused', { hosts: hosts.join(' · ') });
    const bot = { ...input, id: newId(), host: address.host };
    await queries.insertBot(sql, streetId, bot, { at, personId: actor.personId });
    return { id: bot.id };
  },
});

/** What waits is forgotten with a pause: nobody wants to hear of it after days. @throws Problem notFound */
export const pauseBot = streetCommand({
  action: 'bot.paused',
  subject: ({ paused, ...input }: Named & { paused: boolean }) => ({ ...subject(input), paused }),
  run: async ({ sql, streetId, at }, { paused, ...input }) => {
    const { count } = await queries.pauseBot(sql, { streetId, ...input }, paused ? at : null);
    if (count === 0) throw new Problem('notFound');
    if (paused) await queries.forgetWaiting(sql, streetId, input.botId);
  },
});

/** @throws Problem notFound */
export const testBot = streetCommand({
  action: 'bot.tested',
  subject,
  run: async ({ sql, streetId, at }, input: Named) => {
    const [bot] = await queries.findBot(sql, { streetId, ...input });
    if (bot === undefined) throw new Problem('notFound');
    await queries.insertTest(sql, streetId, { id: newId(), botId: bot.id, at });
  },
});

/** @throws Problem notFound */
export const deleteBot = streetCommand({
  action: 'bot.deleted',
  subject,
  run: async ({ sql, streetId }, input: Named) => {
    const { count } = await queries.deleteBot(sql, { streetId, ...input });
    if (count === 0) throw new Problem('notFound');
  },
});

const events: Partial<Record<Announcement['kind'], BotEvent>> = {
  roundOpened: 'roundOpened',
  roundClosed: 'roundClosed',
  deadlineExtended: 'deadlineExtended',
  extensionTakenBack: 'extensionTakenBack',
};

/** Bots hear what the offices of a round hear, in the same transaction; they are sent to after it. */
export async function tellBots(tx: StreetTx, { kind, roundId, offices, facts }: Announcement): Promise<void> {
  const event = events[kind];
  if (event === undefined || roundId === undefined || offices === undefined) return;
  await queries.insertMessages(tx.sql, tx.streetId, { event, roundId, facts, at: tx.at });
}
