/** A measurement in several streets: one design and one seed, a round in each (decision 049). */
import { randomBytes } from 'node:crypto';
import { must } from '@huhudao/domain';
import * as protocol from '@huhudao/protocol';
import { newId, Problem, type BodyOf, type ProgrammeView } from '@huhudao/protocol';
import type { Actor, Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { inStreet, onPlatform } from '../http/transaction.ts';
import { shareOutSample } from './allocate-sample.ts';
import { countCoverage } from './coverage.queries.ts';
import { countPlaces } from './places.queries.ts';
import * as programmes from './programmes.commands.ts';
import * as queries from './programmes.queries.ts';
import { createRound } from './rounds.commands.ts';

/** @throws Problem notFound for any other area */
function districtOf({ area }: Place): string {
  if (area.kind !== 'district') throw new Problem('notFound');
  return area.id;
}

type Street = { streetId: string; sizeOf: ReadonlyMap<string, number> };

/** The communities of a street that a frame has households of. @throws Problem notFound, programmeStreetEmpty */
async function readStreet(deps: Deps, place: Place, streetId: string): Promise<Street> {
  if (!place.streetIds.includes(streetId)) throw new Problem('notFound');
  const communityIds = deps.areas.communitiesWithin(streetId).map(({ id }) => id);
  const counts = await countPlaces(deps.sql, streetId, { communityIds });
  const sizeOf = new Map(
    counts.filter(({ visitable }) => visitable > 0).map((one) => [one.communityId, one.visitable]),
  );
  if (sizeOf.size === 0)
    throw new Problem('programmeStreetEmpty', { street: deps.areas.get(streetId)?.name ?? streetId });
  return { streetId, sizeOf };
}

/**
 * In proportion to households, so that each has the same chance, and one of each community at least: a community that is
 * not drawn from could not be spoken for.
 * @throws Problem allocationImpossible
 */
function shareOut(sizeOf: ReadonlyMap<string, number>, total: number): Map<string, number> {
  const shares = shareOutSample(
    {
      communityIds: [...sizeOf.keys()],
      method: { kind: 'proportional', total },
      ...{ expectedResponse: 1, expectedEligibility: 1, published: false },
    },
    sizeOf,
  );
  return new Map(shares.map(({ communityId, sampleSize }) => [communityId, Math.max(1, sampleSize)]));
}

function sizesOf(streets: readonly Street[], size: BodyOf<typeof protocol.createProgramme>['size']) {
  const all =
    size.of === 'all' ? shareOut(new Map(streets.flatMap(({ sizeOf }) => [...sizeOf])), size.doors) : null;
  return streets.map(({ streetId, sizeOf }) => {
    const sizes = all ?? shareOut(sizeOf, size.doors);
    const own = [...sizeOf.keys()].map(
      (id) => [id, must(sizes.get(id), 'a size of each community')] as const,
    );
    return { streetId, sampleSizes: Object.fromEntries(own) };
  });
}

/** The street has its round now, as a draft without teams: which go is the street's to say. */
async function makeRound(
  deps: Deps,
  actor: Actor,
  { id: programmeId, name, design }: queries.ProgrammeRow,
  { streetId, sampleSizes }: queries.ProgrammeDesign['streets'][number],
): Promise<void> {
  const [made] = await queries.findProgrammeRound(deps.sql, streetId, programmeId);
  if (made !== undefined) return;
  const { streets: _, ...common } = design;
  await inStreet(deps, streetId, actor, createRound, {
    ...common,
    ...{ id: newId(), name, programmeId, purpose: 'measurement' as const, attemptsWanted: 3 },
    ...{ windows: [], quiet: [], materials: [], teamIds: [], assessorId: null, areaIds: [] },
    scope: { communityIds: Object.keys(sampleSizes), sampleSizes },
  });
}

async function readStreetRound(
  deps: Deps,
  programmeId: string,
  { streetId, sampleSizes }: queries.ProgrammeDesign['streets'][number],
): Promise<ProgrammeView['streets'][number]> {
  const street = { streetId, streetName: deps.areas.get(streetId)?.name ?? streetId, sampleSizes };
  const [round] = await queries.findProgrammeRound(deps.sql, streetId, programmeId);
  if (round === undefined) return { ...street, round: null };
  const rows = await countCoverage(deps.sql, streetId, round.id, {
    communityIds: Object.keys(sampleSizes),
    ...{ only: null, by: 'community' as const, gridId: null, buildingId: null },
  });
  const sum = (what: 'eligible' | 'settled'): number => rows.reduce((all, row) => all + row[what], 0);
  return { ...street, round: { ...round, eligible: sum('eligible'), settled: sum('settled') } };
}

async function readProgrammes(deps: Deps, districtId: string, id: string | null): Promise<ProgrammeView[]> {
  const rows = await queries.listProgrammes(deps.sql, districtId, id);
  return Promise.all(
    rows.map(async ({ design, ...row }) => {
      const { startsOn, deadline, questionnaireHash } = design;
      const streets = await Promise.all(design.streets.map((one) => readStreetRound(deps, row.id, one)));
      return { ...row, startsOn, deadline, questionnaireHash, streets };
    }),
  );
}

/** Makes what is missing, street by street: each is a transaction of its own, and this may be called again. */
async function makeRounds(deps: Deps, actor: Actor, districtId: string, id: string): Promise<ProgrammeView> {
  const [row] = await queries.listProgrammes(deps.sql, districtId, id);
  if (row === undefined) throw new Problem('notFound');
  for (const street of row.design.streets) await makeRound(deps, actor, row, street);
  const [view] = await readProgrammes(deps, districtId, id);
  return must(view, 'the programme');
}

export const programmeRoutes = [
  route(protocol.listProgrammes, async ({ deps, ...place }) => readProgrammes(deps, districtOf(place), null)),

  route(protocol.createProgramme, async ({ deps, actor, body, ...place }) => {
    const districtId = districtOf(place);
    const { name, streetIds, size, ...common } = body;
    const streets = await Promise.all([...new Set(streetIds)].map((id) => readStreet(deps, place, id)));
    const programme = {
      ...{ id: newId(), districtId, name, seed: randomBytes(16).toString('hex') },
      design: { ...common, streets: sizesOf(streets, size) },
    };
    await onPlatform(deps, actor, programmes.createProgramme, programme);
    return makeRounds(deps, actor, districtId, programme.id);
  }),

  route(protocol.makeProgrammeRounds, async ({ deps, actor, params, ...place }) =>
    makeRounds(deps, actor, districtOf(place), params.programmeId),
  ),
];
