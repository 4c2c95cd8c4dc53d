import { issueStates, type IssueState } from '../vocabulary.ts';

/**
 * What happens to an issue: it is handed to a responsible unit, which returns it or puts it right; the resident confirms
 * that, or is not satisfied; a resident who cannot be reached lets the office close it; a relapse opens it again.
 */
export const issueEvents = ['assign', 'return', 'rectify', 'confirm', 'close', 'reopen'] as const;
export type IssueEvent = (typeof issueEvents)[number];

/** `reported → assigned → (returned → assigned) → rectified → confirmed → closed`; what is reopened is handed out anew. */
const transitions: Record<IssueState, Partial<Record<IssueEvent, IssueState>>> = {
  reported: { assign: 'assigned' },
  assigned: { return: 'returned', rectify: 'rectified' },
  returned: { assign: 'assigned' },
  rectified: { confirm: 'confirmed', close: 'closed', reopen: 'reported' },
  confirmed: { close: 'closed', reopen: 'reported' },
  closed: { reopen: 'reported' },
};

/** The state after an event, or undefined where it cannot happen. */
export const nextIssueState = (state: IssueState, event: IssueEvent): IssueState | undefined =>
  transitions[state][event];

/** States in which something is still to be done about an issue: what a door shows as open. */
export const openIssueStates: readonly IssueState[] = issueStates.filter(
  (state) => state !== 'confirmed' && state !== 'closed',
);
