import { photoTypes } from '@huhudao/domain';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { contentHash, id, instant } from '../fields.ts';
import { photoPartLimit } from '../photos.ts';

const byteCount = z.number().int().min(0).max(2_147_483_647);

/** How far a photo has come. `epoch` and `receivedAt` as in a push. */
export const photoState = z.strictObject({
  /** Bytes the server has: the next part begins there. */
  received: byteCount,
  /** All of it is here, its digest agrees, and it is a picture. */
  complete: z.boolean(),
  epoch: id,
  receivedAt: instant,
});
export type PhotoState = z.infer<typeof photoState>;

export const beginPhoto = endpoint({
  name: 'beginPhoto',
  method: 'post',
  path: '/api/photos',
  summary: 'Announce a photo, or ask how much of it has arrived',
  gate: { kind: 'device', permission: 'issues.report', revokedToo: true },
  body: z.strictObject({
    streetId: id,
    digest: contentHash,
    size: byteCount.min(1),
    type: z.enum(photoTypes),
  }),
  response: photoState,
});

export const sendPhotoPart = endpoint({
  name: 'sendPhotoPart',
  method: 'put',
  path: '/api/photos/{digest}',
  summary: 'The part of a photo that begins at an offset; a part that is here already changes nothing',
  gate: { kind: 'device', permission: 'issues.report', revokedToo: true },
  params: z.strictObject({ digest: contentHash }),
  query: z.strictObject({ streetId: id, offset: z.coerce.number().int().min(0).max(2_147_483_647) }),
  body: 'file',
  bodyLimit: photoPartLimit,
  response: photoState,
});
