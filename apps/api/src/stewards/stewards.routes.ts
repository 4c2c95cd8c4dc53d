import {
  appointSteward,
  changeStewardPhone,
  countStewards,
  endStewardTerm,
  handOverSteward,
  listStewardTerms,
  listStewardUnits,
  resumeStewardTerm,
} from '@huhudao/protocol';
import { streetOf } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { wordsOf } from '../text/search-words.ts';
import { reachOf, todayOf } from './reach.ts';
import * as commands from './stewards.commands.ts';
import * as units from './units.queries.ts';

export const stewardRoutes = [
  route(listStewardUnits, async ({ deps, query, ...place }) => {
    const { level = null, state = null, search, offset, limit } = query;
    const filter = { level, state, words: wordsOf(search), today: todayOf(deps), offset, limit };
    const rows = await units.listUnits(deps.sql, reachOf(place), filter);
    return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...unit }) => unit) };
  }),

  route(countStewards, async ({ deps, ...place }) =>
    units.countUnits(deps.sql, reachOf(place), todayOf(deps)),
  ),

  route(listStewardTerms, async ({ deps, params, ...place }) =>
    units.listTerms(deps.sql, reachOf(place), params.unitId, todayOf(deps)),
  ),

  route(appointSteward, async ({ deps, actor, body, ...place }) => {
    const input = { ...body, unitIds: [...new Set(body.unitIds)], reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.appointSteward, input);
    return undefined;
  }),

  route(handOverSteward, async ({ deps, actor, params, body, ...place }) => {
    const input = { termId: params.termId, ...body, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.handOverSteward, input);
    return undefined;
  }),

  route(endStewardTerm, async ({ deps, actor, params, body, ...place }) => {
    const input = { termId: params.termId, endsOn: body.endsOn, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.endStewardTerm, input);
    return undefined;
  }),

  route(resumeStewardTerm, async ({ deps, actor, params, ...place }) => {
    const input = { termId: params.termId, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.resumeStewardTerm, input);
    return undefined;
  }),

  route(changeStewardPhone, async ({ deps, actor, params, body, ...place }) => {
    const input = { termId: params.termId, phone: body.phone, reach: reachOf(place) };
    await inStreet(deps, streetOf(place), actor, commands.changeStewardPhone, input);
    return undefined;
  }),
];
