import { z } from 'zod';
import { botEvents, botKinds, botResults } from '@huhudao/domain';
import { endpoint } from '../endpoint.ts';
import { id, instant, line, words } from '../fields.ts';
import { locales } from '../problem.ts';

const gate = { kind: 'path', permission: 'bots.manage' } as const;
const params = z.strictObject({ areaId: id, botId: id });

/** A bot of a group chat. Its address holds a secret and is never told again; neither is what signs its messages. */
export const botView = z.strictObject({
  id,
  /** The street or community whose rounds it hears of. */
  areaId: id,
  name: z.string(),
  kind: z.enum(botKinds),
  host: z.string(),
  events: z.array(z.enum(botEvents)),
  pausedAt: instant.nullable(),
  /** The latest message that was tried. */
  last: z.strictObject({ at: instant, result: z.enum(botResults) }).nullable(),
  /** Messages that will still be tried. */
  waiting: z.number().int(),
  /** Messages of the last thirty days that were given up after every try. */
  givenUp: z.number().int(),
});
export type BotView = z.infer<typeof botView>;

export const listBots = endpoint({
  name: 'listBots',
  method: 'get',
  path: '/api/areas/{areaId}/bots',
  summary: 'Group bots of a street or community, and how their latest messages went',
  gate,
  params: params.pick({ areaId: true }),
  response: z.strictObject({ hosts: z.array(z.string()), items: z.array(botView) }),
});

export const addBot = endpoint({
  name: 'addBot',
  method: 'post',
  path: '/api/areas/{areaId}/bots',
  summary: 'Let a group bot tell of rounds: their names, days and a link, and nobody’s data',
  gate,
  params: params.pick({ areaId: true }),
  body: z.strictObject({
    name: line,
    kind: z.enum(botKinds),
    /** The address the chat gave, with its secret. */
    url: words(500),
    /** What signs messages, where a DingTalk bot asks for that. */
    secret: words(200).nullable(),
    events: z.array(z.enum(botEvents)).min(1).max(botEvents.length),
    /** The language of its messages. */
    locale: z.enum(locales),
  }),
  response: z.strictObject({ id }),
});

export const pauseBot = endpoint({
  name: 'pauseBot',
  method: 'put',
  path: '/api/areas/{areaId}/bots/{botId}/pause',
  summary: 'Stop a bot for a while, or let it go on; what happens while it stands still is not told later',
  gate,
  params,
  body: z.strictObject({ paused: z.boolean() }),
  response: 'nothing',
});

export const testBot = endpoint({
  name: 'testBot',
  method: 'post',
  path: '/api/areas/{areaId}/bots/{botId}/test',
  summary: 'Send a bot a message that says it is connected',
  gate,
  params,
  response: 'nothing',
});

export const deleteBot = endpoint({
  name: 'deleteBot',
  method: 'delete',
  path: '/api/areas/{areaId}/bots/{botId}',
  summary: 'Forget a bot with its address and its messages',
  gate,
  params,
  response: 'nothing',
});
