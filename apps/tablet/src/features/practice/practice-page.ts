import { addDays, usualWindows } from '@huhudao/domain';
import type { PullResponse } from '@huhudao/protocol';
import type { TFunction } from 'i18next';
import type { Household, Round } from '../../local/reference.types.ts';
import { attemptsWanted, told, type World, type WorldDoor } from './practice-world.ts';

type Translate = TFunction<'tablet'>;

/** The made-up street as a pull tells it, whole each time, in the language of the screen. */
export function practicePage(
  world: World,
  t: Translate,
): Omit<PullResponse, 'cursor' | 'epoch' | 'serverTime'> {
  return {
    reset: true,
    rounds: [roundOf(world, t)],
    teams: [teamOf(world, t)],
    stairwells: stairwellsOf(world, t),
    households: householdsOf(world, t),
    assignments: [...world.assignments.values()],
    plans: world.plans,
    busy: [],
    planning: null,
    revisits: world.revisits.map((revisit) => ({ ...revisit, promise: t('practice.world.promise') })),
    parallelVisits: [],
    notices: [],
    issues: world.issues.map((issue) => ({ ...issue, note: issue.note ?? t('practice.world.issue') })),
  };
}

/** Several words of one text. */
const listed = (text: string): string[] => text.split('|');

function roundOf({ ids, hashes, day }: World, t: Translate): Round {
  return {
    id: ids.round,
    name: t('practice.world.round'),
    purpose: 'measurement',
    state: 'open',
    startsOn: addDays(day, -3),
    deadline: addDays(day, 14),
    attemptsWanted,
    windows: [...usualWindows],
    quiet: [],
    statement: t('practice.world.statement'),
    materials: listed(t('practice.world.materials')),
    questionnaireHash: hashes.questionnaire,
    visitFormHash: hashes.visitForm,
  };
}

function teamOf({ ids, colleagueIds }: World, t: Translate): PullResponse['teams'][number] {
  const names = listed(t('practice.world.colleagues'));
  const members = colleagueIds.map((id, index) => ({ id, name: names[index] ?? id }));
  const { team, community, round } = ids;
  const name = t('practice.world.team');
  return { id: team, communityId: community, name, leaderId: team, roundIds: [round], members, mine: true };
}

function stairwellsOf({ ids, stairwellIds }: World, t: Translate): PullResponse['stairwells'] {
  const labels = listed(t('practice.world.stairwells'));
  return stairwellIds.map((id, index) => ({
    id,
    communityId: ids.community,
    communityName: t('practice.world.community'),
    compoundName: t('practice.world.compound'),
    buildingId: ids.building,
    buildingLabel: t('practice.world.building'),
    buildingPosition: 1,
    label: labels[index] ?? id,
    position: index + 1,
    mine: true,
  }));
}

function householdsOf({ ids, doors, stairwellIds }: World, t: Translate): Household[] {
  const names = listed(t('practice.world.residents'));
  const initials = listed(t('practice.world.initials'));
  return doors.map((door, index) => {
    const isHere = (room: string) => door.stairwellId === stairwellIds[0] && door.room === room;
    // Every third of them has told a name.
    const named = index % 3 === 0 && isHome(door);
    return {
      ...door,
      communityId: ids.community,
      doNotContact: isHere(told.doNotContact),
      quiet: [],
      caution: isHere(told.dog) ? t('practice.world.dog') : null,
      residentName: named ? (names[(index / 3) % names.length] ?? null) : null,
      initials: named ? (initials[(index / 3) % initials.length] ?? null) : null,
      // Nobody is to be called from practice.
      phone: null,
    };
  });
}

const isHome = ({ occupancy }: WorldDoor): boolean => occupancy === 'occupied' || occupancy === 'rented';
