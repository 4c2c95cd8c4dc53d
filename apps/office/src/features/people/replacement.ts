import type { BodyOf, OpenWork, replacePerson } from '@huhudao/protocol';

/** What becomes of a place: somebody takes it, nobody does, or another team takes all of the team's work. */
export type Choice = { by: 'person' | 'nobody' | 'team'; id: string | null };

type Places = BodyOf<typeof replacePerson>['teams'];

/** Every place with what becomes of it, as the contract takes it; what is not chosen yet is left out. */
export function placesOf({ teams }: OpenWork, choices: Readonly<Record<string, Choice>>): Places {
  return teams.flatMap(({ teamId }): Places => {
    const choice = choices[teamId];
    if (choice?.by === 'nobody') return [{ teamId, by: 'nobody' }];
    if (choice === undefined || choice.id === null) return [];
    if (choice.by === 'team') return [{ teamId, by: 'team', otherTeamId: choice.id }];
    return [{ teamId, by: 'person', personId: choice.id }];
  });
}

/** True where something is in hand and it is known where each place goes. */
export const isComplete = (work: OpenWork, choices: Readonly<Record<string, Choice>>): boolean =>
  placesOf(work, choices).length === work.teams.length && work.teams.length + work.revisits > 0;
