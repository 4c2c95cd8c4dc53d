import { beginPhoto, sendPhotoPart, type PhotoState } from '@huhudao/protocol';
import type { Deps } from '../http/deps.ts';
import { epochOf } from '../http/epoch.ts';
import { route } from '../http/route.ts';
import { begin, receivePart, type Standing } from './receive-photos.ts';

async function stateOf(deps: Deps, standing: Standing): Promise<PhotoState> {
  return { ...standing, epoch: await epochOf(deps), receivedAt: deps.now().toISOString() };
}

export const photoRoutes = [
  route(beginPhoto, async ({ deps, actor, body }) => {
    const { streetId, ...announced } = body;
    return stateOf(deps, await begin({ deps, streetId, actor }, announced));
  }),

  route(sendPhotoPart, async ({ deps, actor, params, query, body }) => {
    const { streetId, offset } = query;
    const part = { digest: params.digest, offset, bytes: body.bytes };
    return stateOf(deps, await receivePart({ deps, streetId, actor }, part));
  }),
];
