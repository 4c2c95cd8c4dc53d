import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ReminderCause } from '@huhudao/domain';
import { remindTeams, type RoundView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify } from '../../parts/notify.ts';

type Props = {
  round: RoundView;
  teams: readonly { id: string; name: string }[];
  cause: ReminderCause;
  link?: boolean;
};

/** Tells the people of the teams inside the product what waits for them; afterwards it says how many were told. */
export function RemindButton({ round, teams, cause, link = false }: Props): ReactElement | null {
  const t = useTexts();
  const notify = useNotify();
  const session = useSession();
  const { tree, area } = useArea();
  const remind = useWrite(remindTeams);
  const unique = [...new Map(teams.map((team) => [team.id, team])).values()];
  if (unique.length === 0 || !may(session, tree, 'teams.manage', area.id)) return null;
  const [only] = unique;
  const name = unique.length === 1 && only !== undefined ? only.name : undefined;
  return (
    <Button
      size="small"
      type={link ? 'link' : 'default'}
      loading={remind.isPending}
      disabled={remind.isSuccess}
      onClick={() =>
        remind.mutate(
          {
            params: { areaId: area.id, roundId: round.id },
            body: { teamIds: unique.map(({ id }) => id), cause },
          },
          {
            onSuccess: ({ people }) => notify.done(t('monitor.reminded', { count: people })),
            onError: notify.failed,
          },
        )
      }
    >
      {name === undefined ? t('monitor.remindAll', { count: unique.length }) : t('monitor.remind', { name })}
    </Button>
  );
}
