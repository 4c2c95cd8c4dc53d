import { z } from 'zod';
import { adultSelections } from '@huhudao/domain';
import { chosenPlaces, partsWithin } from './endpoints/places.ts';
import { id } from './fields.ts';

/** Who of a household may answer, and how the one who does is found. Ages in completed years, both ends included. */
export const adultRule = z
  .strictObject({
    by: z.enum(adultSelections),
    youngest: z.number().int().min(14).max(120),
    oldest: z.number().int().min(14).max(120),
    monthsResident: z.number().int().min(0).max(120),
  })
  .refine(({ youngest, oldest }) => youngest <= oldest);

export type AdultRule = z.infer<typeof adultRule>;

export const roundScope = z
  .strictObject({
    ...chosenPlaces.shape,
    /** Measurement rounds: households to draw in each community. */
    sampleSizes: z.record(id, z.number().int().min(1).max(5000)).optional(),
    /** Measurement rounds: small samples drawn with the main one and kept back, in each community. */
    reserves: z
      .strictObject({
        replicates: z.number().int().min(1).max(9),
        /** Households of each replicate. */
        size: z.number().int().min(1).max(500),
      })
      .optional(),
    /** Measurement rounds: one adult of each household answers; without it, whoever opens the door. */
    adults: adultRule.optional(),
  })
  .refine(partsWithin);
