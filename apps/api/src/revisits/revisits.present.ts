import { waitingStates } from '@huhudao/domain';
import type { RevisitView } from '@huhudao/protocol';
import type { Reach, RevisitRow } from './revisits.queries.ts';

/**
 * Below the street office nobody is told the reason of a revisit: neither it, nor its rule, nor what would let it be
 * worked out — the time it was raised at, which with the due date gives the rule's days — nor somebody else's note.
 */
export function presentRevisit(row: RevisitRow, reach: Reach, today: string): RevisitView {
  const { reason, ruleId, ruleVersion, raisedAt, raisedBy, note, ...open } = row;
  const { seesReasons, viewerId } = reach;
  const rule = ruleId === null || ruleVersion === null ? null : { id: ruleId, version: ruleVersion };
  return {
    ...open,
    reason: seesReasons ? reason : null,
    rule: seesReasons ? rule : null,
    raisedAt: seesReasons ? raisedAt : null,
    note: seesReasons || raisedBy === viewerId ? note : null,
    overdue: waitingStates.includes(row.state) && row.dueOn < today,
  };
}
