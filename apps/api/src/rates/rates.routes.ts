import * as protocol from '@huhudao/protocol';
import { localeOf } from '../http/problems.ts';
import { route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { overviewOf, type CountCoverage } from './overview.ts';
import { communityComparisonOf, roundComparisonOf } from './read-comparisons.ts';
import { methodsOf } from './read-methods.ts';
import { ratesOf, trendOf } from './read-rates.ts';
import { setTarget } from './targets.commands.ts';

export type RateWiring = { versions: VersionReader; countCoverage: CountCoverage };

export const rateRoutes = ({ versions, countCoverage }: RateWiring) => [
  route(protocol.readRates, async ({ deps, context, identity, query, ...place }) => {
    const viewerId = identity.personId;
    return ratesOf({ deps, place, viewerId, versions, locale: localeOf(context) }, query);
  }),

  route(protocol.readTrend, async ({ deps, context, identity, query, ...place }) => {
    const viewerId = identity.personId;
    return trendOf({ deps, place, viewerId, versions, locale: localeOf(context) }, query.purpose);
  }),

  route(protocol.readRoundComparison, async ({ deps, context, identity, query, ...place }) => {
    const viewerId = identity.personId;
    return roundComparisonOf({ deps, place, viewerId, versions, locale: localeOf(context) }, query);
  }),

  route(protocol.readCommunityComparison, async ({ deps, context, identity, query, ...place }) => {
    const viewerId = identity.personId;
    return communityComparisonOf({ deps, place, viewerId, versions, locale: localeOf(context) }, query);
  }),

  route(protocol.readMethods, async ({ deps, context, identity, query, ...place }) => {
    const viewerId = identity.personId;
    return methodsOf({ deps, place, viewerId, versions, locale: localeOf(context) }, query);
  }),

  route(protocol.readOverview, async ({ deps, identity, ...place }) =>
    overviewOf({ deps, place, viewerId: identity.personId, countCoverage }),
  ),

  route(protocol.setTarget, async ({ deps, actor, params, body }) => {
    await onPlatform(deps, actor, setTarget, { ...params, ...body });
    return undefined;
  }),
];
