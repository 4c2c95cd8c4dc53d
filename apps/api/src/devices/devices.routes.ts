import { must } from '@huhudao/domain';
import { listDevices, Problem, reportLost, revokeDevice } from '@huhudao/protocol';
import type { Areas } from '../http/areas.ts';
import type { Identities } from '../http/identity.ts';
import { route, type Route } from '../http/route.ts';
import { onPlatform, platformCommand } from '../http/transaction.ts';
import { insertLost, listArrived, listDevices as queryDevices, markRevoked } from './devices.queries.ts';

const revoke = platformCommand({
  action: 'device.revoked',
  subject: (input: { deviceId: string }) => input,
  run: async (tx, { deviceId }) => {
    await markRevoked(tx.sql, deviceId, tx.at, tx.actor.personId);
  },
});

type Lost = { deviceId: string; personId: string; ids: readonly string[] };

const recordLost = platformCommand({
  action: 'device.recordsLost',
  subject: ({ deviceId, ids }: Lost) => ({ deviceId, records: ids.length }),
  run: async (tx, { deviceId, personId, ids }) => {
    await insertLost(tx.sql, ids, { deviceId, personId, at: tx.at });
  },
});

const within = (areas: Areas, areaIds: readonly string[]): string[] =>
  areas.within(areaIds).map((area) => area.id);

export function deviceRoutes({ identities }: { identities: Identities }): readonly Route[] {
  return [
    route(listDevices, async ({ deps, areaIds }) =>
      queryDevices(deps.sql, within(deps.areas, areaIds), null),
    ),

    route(reportLost, async ({ deps, actor, identity, areaIds, body }) => {
      const streetIds = [
        ...new Set(areaIds.flatMap((areaId) => deps.areas.streetsWithin(areaId).map(({ id }) => id))),
      ];
      const arrived = new Set((await listArrived(deps.sql, streetIds, body.ids)).map(({ id }) => id));
      const lost = [...new Set(body.ids)].filter((id) => !arrived.has(id));
      const deviceId = must(identity.deviceId, 'the tablet of a device credential');
      if (lost.length > 0)
        await onPlatform(deps, actor, recordLost, { deviceId, personId: identity.personId, ids: lost });
      return { lost };
    }),

    route(revokeDevice, async ({ deps, actor, areaIds, params: { deviceId } }) => {
      const reach = within(deps.areas, areaIds);
      const [known] = await queryDevices(deps.sql, reach, deviceId);
      if (known === undefined) throw new Problem('notFound');
      await onPlatform(deps, actor, revoke, { deviceId });
      identities.forget();
      const [revoked] = await queryDevices(deps.sql, reach, deviceId);
      return revoked ?? known;
    }),
  ];
}
