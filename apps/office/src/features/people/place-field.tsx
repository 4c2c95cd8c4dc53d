import { Form, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { listTeams, type OpenWork } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import type { Choice } from './replacement.ts';

type Props = {
  team: OpenWork['teams'][number];
  leavingId: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

/** One place in a team: what the team has in hand, and who takes the place or the work. */
export function PlaceField({ team, leavingId, choice, onChoose }: Props): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const teams = useRead(listTeams, { params: { areaId: area.id } });
  const { teamId, name, leads, doors, plans } = team;
  const by = choice?.by ?? 'person';
  const id = `place-${teamId}`;
  const others = (teams.data ?? [])
    .filter((one) => one.id !== teamId && one.leader.id !== leavingId)
    .map((one) => ({ value: one.id, label: one.name }));
  const label = t(leads ? 'replace.asLeader' : 'replace.asMember', { team: name });
  return (
    <fieldset className="place-field" aria-label={label}>
      <Form.Item label={label} htmlFor={id} extra={t('replace.hasInHand', { doors, plans })}>
        <Radio.Group
          value={by}
          onChange={(event) => onChoose({ by: event.target.value as Choice['by'], id: null })}
          options={[
            { value: 'person', label: t('replace.byPerson') },
            { value: 'team', label: t('replace.byTeam') },
            ...(leads ? [] : [{ value: 'nobody', label: t('replace.byNobody') }]),
          ]}
        />
        {by === 'person' ? (
          <PersonSelect
            id={id}
            areaId={team.communityId}
            {...(leads ? { holding: 'teamLeader' as const } : {})}
            value={choice?.id ?? null}
            onChange={(personId) => onChoose({ by, id: personId })}
          />
        ) : null}
        {by === 'team' ? (
          <Select
            id={id}
            aria-label={t('replace.otherTeam')}
            placeholder={t('round.chooseTeam')}
            value={choice?.id ?? null}
            options={others}
            onChange={(otherId) => onChoose({ by, id: otherId })}
          />
        ) : null}
      </Form.Item>
    </fieldset>
  );
}
