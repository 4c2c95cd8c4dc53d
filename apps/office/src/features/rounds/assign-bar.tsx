import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { assignStairwells, listTeams, readCoverage, type RoundView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';
import { UndoAssign, type WayBack } from './undo-assign.tsx';

type Props = { round: RoundView; communityId: string; selected: string[]; onDone: () => void };

/** Gives the stairwells chosen to a team of the round. */
export function AssignBar({ round, communityId, selected, onDone }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const [teamId, setTeamId] = useState<string | null>(null);
  const [wayBack, setWayBack] = useState<WayBack>([]);
  const assign = useWrite(assignStairwells, [readCoverage]);
  const options = useTeamOptions(round, communityId);
  function send(): void {
    if (teamId === null) return;
    assign.mutate(
      { params: { areaId: communityId, roundId: round.id }, body: { stairwellIds: selected, teamId } },
      {
        onSuccess: ({ changed, undo }) => {
          notify.done(t('round.assigned', { count: changed }));
          setWayBack(undo ?? []);
          onDone();
        },
        onError: notify.failed,
      },
    );
  }

  return (
    <div className="row">
      <span>{t('round.selected', { count: selected.length })}</span>
      <Select
        className="filter-building"
        aria-label={t('round.team')}
        placeholder={t('round.chooseTeam')}
        value={teamId}
        options={options}
        onChange={setTeamId}
      />
      <Button
        type="primary"
        disabled={selected.length === 0 || teamId === null}
        loading={assign.isPending}
        onClick={send}
      >
        {t('round.assign')}
      </Button>
      <UndoAssign {...{ round, communityId, wayBack }} onDone={() => setWayBack([])} />
    </div>
  );
}

/** The teams of the round, those of the community first. */
function useTeamOptions(round: RoundView, communityId: string): { value: string; label: string }[] {
  const { area } = useArea();
  const teams = useRead(listTeams, { params: { areaId: area.streetId ?? area.id } });
  const rank = (id: string): number => (id === communityId ? 0 : 1);
  return (teams.data ?? [])
    .filter((team) => round.teamIds.includes(team.id))
    .toSorted((one, other) => rank(one.communityId) - rank(other.communityId))
    .map((team) => ({ value: team.id, label: team.name }));
}
