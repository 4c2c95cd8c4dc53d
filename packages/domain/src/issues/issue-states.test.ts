import { describe, expect, it } from 'vitest';
import { issueCategories, issueStates, topics, type IssueState } from '../vocabulary.ts';
import { issueEvents, nextIssueState, openIssueStates, type IssueEvent } from './issue-states.ts';

const after = (...events: IssueEvent[]): IssueState | undefined =>
  events.reduce<IssueState | undefined>(
    (state, event) => (state === undefined ? undefined : nextIssueState(state, event)),
    'reported',
  );

describe('an issue', () => {
  it('goes from the door to the word of the resident', () => {
    expect(after('assign', 'rectify', 'confirm', 'close')).toBe('closed');
  });

  it('that was returned is handed to another unit', () => {
    expect(after('assign', 'return', 'assign', 'rectify')).toBe('rectified');
  });

  it('is closed without the resident only once it was put right', () => {
    expect(after('close')).toBeUndefined();
    expect(after('assign', 'close')).toBeUndefined();
    expect(after('assign', 'rectify', 'close')).toBe('closed');
  });

  it('can be opened again after every step that claims it is done, and is handed out anew then', () => {
    for (const state of ['rectified', 'confirmed', 'closed'] as const)
      expect(nextIssueState(state, 'reopen')).toBe('reported');
  });

  it('can always go on: no state is a dead end', () => {
    for (const state of issueStates)
      expect(issueEvents.some((event) => nextIssueState(state, event) !== undefined)).toBe(true);
  });

  it('is open until the resident has confirmed it or it was closed', () => {
    expect(openIssueStates).toEqual(['reported', 'assigned', 'returned', 'rectified']);
  });

  it('may be about every topic a resident can name in a questionnaire', () => {
    expect(topics.filter((topic) => !issueCategories.includes(topic))).toEqual([]);
  });
});
