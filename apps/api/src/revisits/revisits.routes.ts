import { dayOf, must, revisitStates, waitingStates } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { allows, newId, Problem, type RevisitView } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { streetOf, type Place, type Scope } from '../http/gate.ts';
import type { Identity } from '../http/identity.ts';
import { route } from '../http/route.ts';
import { inStreet } from '../http/transaction.ts';
import { wordsOf } from '../text/search-words.ts';
import * as commands from './revisits.commands.ts';
import { presentRevisit } from './revisits.present.ts';
import * as queries from './revisits.queries.ts';

type Asking = Place & Scope & { deps: Deps; identity: Identity };

const reachOf = ({ identity, ...place }: Asking): queries.Reach => ({
  streetId: streetOf(place),
  communityIds: place.communityIds,
  gridId: place.area.kind === 'grid' ? place.area.id : null,
  viewerId: identity.personId,
  seesReasons: allows('answers.look', place.roles),
});

const todayOf = (deps: Deps): string => dayOf(deps.now().toISOString());

async function readRevisit(asking: Asking, id: string): Promise<RevisitView> {
  const reach = reachOf(asking);
  const [row] = await queries.findRevisit(asking.deps.sql, reach, id);
  if (row === undefined) throw new Problem('notFound');
  return presentRevisit(row, reach, todayOf(asking.deps));
}

/** The community, its street and district. */
const homeOf =
  (deps: Deps) =>
  (communityId: string): string[] =>
    deps.areas
      .all()
      .filter((area) => deps.areas.isWithin(communityId, area.id))
      .map((area) => area.id);

const states = {
  waiting: waitingStates,
  done: revisitStates.filter((state) => !waitingStates.includes(state)),
  all: revisitStates,
};

export const revisitRoutes = [
  route(protocol.listRevisits, async ({ query, ...asking }) => {
    const { sql } = asking.deps;
    const reach = reachOf(asking);
    // Which households a reason selects would tell the reason.
    if (query.reason !== undefined && !reach.seesReasons) throw new Problem('notFound');
    const filter = {
      states: states[query.state],
      reason: query.reason ?? null,
      words: wordsOf(query.search),
    };
    const [rows, [counted]] = await Promise.all([
      queries.listRevisits(sql, reach, filter, query),
      queries.countRevisits(sql, reach, filter),
    ]);
    const today = todayOf(asking.deps);
    return {
      total: must(counted, 'the count').count,
      items: rows.map((row) => presentRevisit(row, reach, today)),
    };
  }),

  route(protocol.raiseRevisit, async ({ actor, body, ...asking }) => {
    const { deps, communityIds } = asking;
    const id = newId();
    const note = body.note === undefined || body.note === '' ? null : body.note;
    await inStreet(deps, streetOf(asking), actor, commands.raiseManually, {
      ...body,
      id,
      communityIds,
      note,
    });
    return readRevisit(asking, id);
  }),

  route(protocol.handleRevisit, async ({ actor, params, body, ...asking }) => {
    const { deps } = asking;
    const { revisitId } = params;
    await inStreet(deps, streetOf(asking), actor, commands.handleRevisit, {
      revisitId,
      reach: reachOf(asking),
      homeOf: homeOf(deps),
      change: body,
    });
    return readRevisit(asking, revisitId);
  }),
];
