import { addBot, deleteBot, listBots, pauseBot, Problem, testBot } from '@huhudao/protocol';
import { streetOf, type Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import * as commands from './bots.commands.ts';
import { keptDays } from './deliver.ts';
import * as queries from './bots.queries.ts';

/** A street's own and those of its communities; a community's alone. */
const areaIdsOf = ({ area, communityIds }: Place): string[] => [area.id, ...communityIds];

export const botRoutes = [
  route(listBots, async ({ deps, ...place }) => {
    const since = new Date(deps.now().getTime() - keptDays * 86_400_000).toISOString();
    const items = await queries.listBots(deps.sql, streetOf(place), areaIdsOf(place), since);
    return { hosts: deps.env.BOT_HOSTS, items: [...items] };
  }),

  route(addBot, async ({ deps, actor, body, ...place }) => {
    const { area } = place;
    if (area.kind !== 'street' && area.kind !== 'community') throw new Problem('areaKindWrong');
    return inStreet(deps, streetOf(place), actor, commands.addBot, { areaId: area.id, ...body });
  }),

  route(pauseBot, async ({ deps, actor, params: { botId }, body, ...place }) => {
    const input = { botId, areaIds: areaIdsOf(place), ...body };
    await inStreet(deps, streetOf(place), actor, commands.pauseBot, input);
    return undefined;
  }),

  route(testBot, async ({ deps, actor, params: { botId }, ...place }) => {
    await inStreet(deps, streetOf(place), actor, commands.testBot, { botId, areaIds: areaIdsOf(place) });
    return undefined;
  }),

  route(deleteBot, async ({ deps, actor, params: { botId }, ...place }) => {
    await inStreet(deps, streetOf(place), actor, commands.deleteBot, { botId, areaIds: areaIdsOf(place) });
    return undefined;
  }),
];
