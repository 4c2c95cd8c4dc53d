import { z } from 'zod';

/** What of a page about rates stands in the address: whose figures, and of which round. */
export const ratesSearch = z.object({
  purpose: z.enum(['measurement', 'coverage']).optional().catch(undefined),
  round: z.uuid().optional().catch(undefined),
});
export type RatesSearch = z.infer<typeof ratesSearch>;
