import type { RoundView } from '@huhudao/protocol';
import { draftOf, emptyDraft, type RoundDraft } from './round-draft.ts';

/** What there is today to fill a new round with; teams are undefined where they are not this person's to see. */
export type Usable = {
  teams: readonly { id: string }[] | undefined;
  forms: readonly { versions: readonly { hash: string; retired: boolean }[] }[];
};

/**
 * A new round like a former one: all but its name, its dates and its draw. A team that was disbanded and a version that
 * was retired do not come along; the teams of an assessor's round never do.
 */
export function copyOf(round: RoundView, { teams, forms }: Usable): RoundDraft {
  const { name: _name, startsOn: _from, deadline: _until, ...same } = draftOf(round);
  const { name, startsOn, deadline } = emptyDraft();
  const standing = new Set(
    forms.flatMap(({ versions }) => versions.filter(({ retired }) => !retired).map(({ hash }) => hash)),
  );
  const still = (hash: string | null): string | null => (hash !== null && standing.has(hash) ? hash : null);
  return {
    ...same,
    ...{ name, startsOn, deadline },
    questionnaireHash: still(same.questionnaireHash),
    visitFormHash: still(same.visitFormHash),
    // Its places are those of its cases, which do not come along.
    ...(round.purpose === 'hotline' ? { communityIds: [] } : {}),
    teamIds: round.assessorId === null ? keptTeams(round, teams) : [],
  };
}

const keptTeams = ({ teamIds }: RoundView, teams: Usable['teams']): string[] =>
  teams === undefined ? [] : teamIds.filter((id) => teams.some((team) => team.id === id));
