import { must } from '@huhudao/domain';
import { listDevices, Problem, reportLost, revokeDevice, type DeviceView } from '@huhudao/protocol';
import type { Areas } from '../http/areas.ts';
import type { Deps } from '../http/deps.ts';
import type { Identities } from '../http/identity.ts';
import { route, type Route } from '../http/route.ts';
import { onPlatform, platformCommand } from '../http/transaction.ts';
import * as queries from './devices.queries.ts';

const revoke = platformCommand({
  action: 'device.revoked',
  subject: (input: { deviceId: string }) => input,
  run: async (tx, { deviceId }) => {
    await queries.markRevoked(tx.sql, deviceId, tx.at, tx.actor.personId);
  },
});

type Lost = { deviceId: string; personId: string; ids: readonly string[] };

const recordLost = platformCommand({
  action: 'device.recordsLost',
  subject: ({ deviceId, ids }: Lost) => ({ deviceId, records: ids.length }),
  run: async (tx, { deviceId, personId, ids }) => {
    await queries.insertLost(tx.sql, ids, { deviceId, personId, at: tx.at });
  },
});

const within = (areas: Areas, areaIds: readonly string[]): string[] =>
  areas.within(areaIds).map((area) => area.id);

const streetsOf = (areas: Areas, areaIds: readonly string[]): string[] => [
  ...new Set(areaIds.flatMap((areaId) => areas.streetsWithin(areaId).map(({ id }) => id))),
];

/** Tablets within reach, or one of them. */
async function readDevices(deps: Deps, areaIds: readonly string[], id: string | null): Promise<DeviceView[]> {
  const [devices, photos] = await Promise.all([
    queries.listDevices(deps.sql, within(deps.areas, areaIds), id),
    queries.countPhotosToCome(deps.sql, streetsOf(deps.areas, areaIds)),
  ]);
  const toCome = new Map(photos.map(({ deviceId, count }) => [deviceId, count]));
  return devices.map((device) => ({ ...device, photosToCome: toCome.get(device.id) ?? 0 }));
}

export function deviceRoutes({ identities }: { identities: Identities }): readonly Route[] {
  return [
    route(listDevices, async ({ deps, areaIds }) => readDevices(deps, areaIds, null)),

    route(reportLost, async ({ deps, actor, identity, areaIds, body }) => {
      const streetIds = streetsOf(deps.areas, areaIds);
      const arrived = new Set((await queries.listArrived(deps.sql, streetIds, body.ids)).map(({ id }) => id));
      const lost = [...new Set(body.ids)].filter((id) => !arrived.has(id));
      const deviceId = must(identity.deviceId, 'the tablet of a device credential');
      if (lost.length > 0)
        await onPlatform(deps, actor, recordLost, { deviceId, personId: identity.personId, ids: lost });
      return { lost };
    }),

    route(revokeDevice, async ({ deps, actor, areaIds, params: { deviceId } }) => {
      const [known] = await readDevices(deps, areaIds, deviceId);
      if (known === undefined) throw new Problem('notFound');
      await onPlatform(deps, actor, revoke, { deviceId });
      identities.forget();
      const [revoked] = await readDevices(deps, areaIds, deviceId);
      return revoked ?? known;
    }),
  ];
}
