import type { Purpose, Role } from '@huhudao/domain';
import { allows, Problem } from '@huhudao/protocol';

/** The district draws measurement samples; every other round is the street's. @throws Problem notFound, roundPurposeWrong */
export function checkPurpose(purpose: Purpose, roles: readonly Role[]): void {
  const permission = purpose === 'measurement' ? 'rounds.drawSample' : 'rounds.openCoverage';
  if (!allows(permission, roles)) throw new Problem('roundPurposeWrong');
}
