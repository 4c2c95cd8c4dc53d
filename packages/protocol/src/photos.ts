import { photoTypes } from '@huhudao/domain';
import { z } from 'zod';
import { contentHash } from './fields.ts';
import type { ProblemCode } from './problems.ts';

/** The most photos of one issue. */
export const photosPerIssue = 4;
/** The largest photo, in bytes. */
export const photoByteLimit = 10_000_000;
/** The largest part in which a photo is sent, in bytes. */
export const photoPartLimit = 256_000;

/** A photo that travels apart from the record that names it. */
export const photoReference = z.strictObject({
  /** SHA-256 of its bytes. */
  digest: contentHash,
  size: z.number().int().min(1).max(photoByteLimit),
  type: z.enum(photoTypes),
});
export type PhotoReference = z.infer<typeof photoReference>;

const refusals: readonly ProblemCode[] = [
  'photoTooLarge',
  'photoDigestWrong',
  'photoUnreadable',
  'photoHasLocation',
];

/** Whether a problem is about the photo itself: sent again, the same bytes would be refused again. */
export const refusesPhoto = (code: ProblemCode): boolean => refusals.includes(code);
