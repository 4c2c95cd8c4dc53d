import type { Round, StreetReference } from '../local/reference.types.ts';

export type RoundChoice = { streetId: string; round: Round };

/** Open rounds of all my streets, the one that ends first at the top: the first is where Today starts. */
export function openRounds(streets: readonly StreetReference[]): RoundChoice[] {
  return streets
    .flatMap(({ streetId, rounds }) => rounds.map((round) => ({ streetId, round })))
    .filter(({ round }) => round.state === 'open')
    .toSorted((a, b) => (a.round.deadline < b.round.deadline ? -1 : 1));
}
