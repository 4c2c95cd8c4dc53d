/** The office gives a stairwell to another team while a tablet is out of reach. */
import { must } from '@huhudao/domain';
import { assignStairwells, listTeams } from '@huhudao/protocol';
import { demoPassword } from '../../apps/api/src/demo/demo-people.ts';
import { signInOffice } from '../journeys/office-user.ts';
import type { Places } from './places.ts';

/** Gives it to the team, or to any other. */
export async function reassign(
  origin: string,
  { street, coverage }: Places,
  { stairwellId, team, to }: { stairwellId: string; team: string; to: 'team' | 'another' },
): Promise<void> {
  const office = await signInOffice(origin, { login: 'jieban', password: demoPassword });
  const teams = await office.call(listTeams, { params: { areaId: street } });
  const next = must(
    teams.find(({ name }) => (name === team) === (to === 'team')),
    'a team',
  );
  await office.call(assignStairwells, {
    params: { areaId: street, roundId: coverage },
    body: { stairwellIds: [stairwellId], teamId: next.id },
  });
}
