import type { Purpose, RoundState } from '../vocabulary.ts';

export type RoundEvent = 'open' | 'close' | 'archive';

/** `draft → open → closed → archived`, and no way back. */
const transitions: Record<RoundState, Partial<Record<RoundEvent, RoundState>>> = {
  draft: { open: 'open' },
  open: { close: 'closed' },
  closed: { archive: 'archived' },
  archived: {},
};

/** The state after an event, or undefined where it cannot happen. */
export const nextRoundState = (state: RoundState, event: RoundEvent): RoundState | undefined =>
  transitions[state][event];

/** What still keeps a draft from opening. */
export type RoundLack = 'teams' | 'questionnaire' | 'sampleSizes' | 'statement' | 'cases';

export type RoundDraft = {
  purpose: Purpose;
  statement: string;
  questionnaireHash: string | null;
  /** Those that take part. */
  teams: readonly { communityId: string }[];
  scope: { communityIds: readonly string[]; sampleSizes?: Record<string, number> | undefined };
  /** Of a hotline round: those listed, and those of them whose door is known and still there. */
  cases: { listed: number; found: number };
};

/**
 * Communities of the scope in which no team takes part. Teams are fixed once a round is open, and a team visits in its own
 * community only: such doors could never be visited.
 */
export function communitiesWithoutTeam({ scope, teams }: Pick<RoundDraft, 'scope' | 'teams'>): string[] {
  const served = new Set(teams.map((team) => team.communityId));
  return scope.communityIds.filter((id) => !served.has(id));
}

export function lacksOf(round: RoundDraft): RoundLack[] {
  const lacks: RoundLack[] = [];
  if (communitiesWithoutTeam(round).length > 0) lacks.push('teams');
  if (round.statement.trim() === '') lacks.push('statement');
  const { listed, found } = round.cases;
  if (round.purpose === 'hotline' && (listed === 0 || found < listed)) lacks.push('cases');
  if (round.purpose === 'measurement') {
    if (round.questionnaireHash === null) lacks.push('questionnaire');
    if (round.scope.communityIds.some((id) => round.scope.sampleSizes?.[id] === undefined))
      lacks.push('sampleSizes');
  }
  return lacks;
}
