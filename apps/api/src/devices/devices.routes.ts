import { listDevices, Problem, revokeDevice } from '@huhudao/protocol';
import type { Areas } from '../http/areas.ts';
import type { Identities } from '../http/identity.ts';
import { route, type Route } from '../http/route.ts';
import { onPlatform, platformCommand } from '../http/transaction.ts';
import { listDevices as queryDevices, markRevoked } from './devices.queries.ts';

const revoke = platformCommand({
  action: 'device.revoked',
  subject: (input: { deviceId: string }) => input,
  run: async (tx, { deviceId }) => {
    await markRevoked(tx.sql, deviceId, tx.at, tx.actor.personId);
  },
});

const within = (areas: Areas, areaIds: readonly string[]): string[] =>
  areas.within(areaIds).map((area) => area.id);

export function deviceRoutes({ identities }: { identities: Identities }): readonly Route[] {
  return [
    route(listDevices, async ({ deps, areaIds }) =>
      queryDevices(deps.sql, within(deps.areas, areaIds), null),
    ),

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
