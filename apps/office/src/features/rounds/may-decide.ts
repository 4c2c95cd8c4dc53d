import type { Purpose } from '@huhudao/domain';
import type { SessionView } from '@huhudao/protocol';
import { may, type AreaTree } from '../../api/areas.ts';

/**
 * Whether somebody decides about rounds of this purpose: the district draws measurement samples, every other round is
 * the street's. The street chooses the teams of all of them.
 */
export function mayDecide(session: SessionView, tree: AreaTree, purpose: Purpose, streetId: string): boolean {
  const permission = purpose === 'measurement' ? 'rounds.drawSample' : 'rounds.openCoverage';
  return may(session, tree, permission, streetId);
}
