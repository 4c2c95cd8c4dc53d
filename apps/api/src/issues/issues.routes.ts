import { must } from '@huhudao/domain';
import { listIssues, Problem, readIssuePhoto } from '@huhudao/protocol';
import type { Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import * as queries from './issues.queries.ts';

const reachOf = ({ area, streetIds, communityIds }: Place): queries.Reach => ({
  streetIds,
  communityIds,
  gridId: area.kind === 'grid' ? area.id : null,
});

export const issueRoutes = [
  route(listIssues, async ({ deps, query, ...place }) => {
    const { communityId = null, category = null, state = null, ...page } = query;
    const reach = reachOf(place);
    const filter = { communityId, category, state };
    const [items, [counted]] = await Promise.all([
      queries.listIssues(deps.sql, reach, filter, page),
      queries.countIssues(deps.sql, reach, filter),
    ]);
    return { total: must(counted, 'the count').count, items };
  }),

  route(readIssuePhoto, async ({ deps, params, ...place }) => {
    const { issueId, digest } = params;
    const [photo] = await queries.findIssuePhoto(deps.sql, reachOf(place), issueId, digest);
    if (photo === undefined) throw new Problem('notFound');
    const { type, bytes } = photo;
    return {
      name: `${digest.slice(0, 12)}.${type.slice('image/'.length)}`,
      type,
      bytes: new Uint8Array(bytes),
    };
  }),
];
