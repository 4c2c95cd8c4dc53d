import { z } from 'zod';
import { indicators } from '@huhudao/domain';
import { pageNumber } from '../../parts/page-search.ts';
import { ratesSearch } from '../rates/rates-search.ts';

/** What of a comparison stands in the address, so that a link shows the same again. */
export const compareSearch = ratesSearch.extend({
  tab: z.enum(['communities', 'rounds', 'trends']).optional().catch(undefined),
  former: z.uuid().optional().catch(undefined),
  indicator: z.enum(indicators).optional().catch(undefined),
  page: pageNumber,
});
export type CompareSearch = z.infer<typeof compareSearch>;
export type CompareProps = { search: CompareSearch; change: (next: CompareSearch) => void };
