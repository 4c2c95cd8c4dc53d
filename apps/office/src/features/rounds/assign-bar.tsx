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
  const { area } = useArea();
  const streetId = area.streetId ?? area.id;
  const [teamId, setTeamId] = useState<string | null>(null);
  const [wayBack, setWayBack] = useState<WayBack | null>(null);
  const teams = useRead(listTeams, { params: { areaId: streetId } });
  const assign = useWrite(assignStairwells, [readCoverage]);
  const rank = (id: string): number => (id === communityId ? 0 : 1);
  const options = (teams.data ?? [])
    .filter((team) => round.teamIds.includes(team.id))
    .toSorted((one, other) => rank(one.communityId) - rank(other.communityId))
    .map((team) => ({ value: team.id, label: team.name }));

  function send(): void {
    if (teamId === null) return;
    assign.mutate(
      { params: { areaId: communityId, roundId: round.id }, body: { stairwellIds: selected, teamId } },
      {
        onSuccess: ({ changed, undo }) => {
          notify.done(t('round.assigned', { count: changed }));
          setWayBack(undo);
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
      {wayBack === null || wayBack.length === 0 ? null : (
        <UndoAssign
          round={round}
          communityId={communityId}
          wayBack={wayBack}
          onDone={() => setWayBack(null)}
        />
      )}
    </div>
  );
}
