import type { HouseholdView } from '@huhudao/protocol';
import type { Occupancy } from '@huhudao/domain';
import type { HouseholdFilter, HouseholdRow } from './households.queries.ts';

/** The query selects exactly the fields of the view. */
export const presentHousehold = (row: HouseholdRow): HouseholdView => row;

export type AskedFilter = {
  search?: string | undefined;
  buildingId?: string | undefined;
  stairwellId?: string | undefined;
  occupancy?: Occupancy | undefined;
};

/** `3栋 zjh` asks for two words; full-width letters and digits count as plain ones. */
export function readFilter(asked: AskedFilter): HouseholdFilter {
  const text = asked.search === undefined ? '' : asked.search.normalize('NFKC').toLowerCase();
  return {
    words: text.split(/\s+/).filter((word) => word !== ''),
    buildingId: asked.buildingId ?? null,
    stairwellId: asked.stairwellId ?? null,
    occupancy: asked.occupancy ?? null,
  };
}
