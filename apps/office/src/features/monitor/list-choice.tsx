import { Segmented } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';

const route = getRouteApi('/rounds/$roundId');

type List = 'places' | 'stairwells' | 'map';

/** A community step by step, all of its stairwells in one list, for giving many of them to a team, or as a map. */
export function ListChoice({ list }: { list: List }): ReactElement {
  const t = useTexts();
  const navigate = route.useNavigate();
  return (
    <Segmented<List>
      className="round-plan-view"
      aria-label={t('round.planView')}
      value={list}
      onChange={(next) =>
        void navigate({ search: (old) => ({ ...old, list: next === 'places' ? undefined : next }) })
      }
      options={[
        { value: 'places', label: t('monitor.byPlace') },
        { value: 'stairwells', label: t('monitor.allStairwells') },
        { value: 'map', label: t('monitor.map') },
      ]}
    />
  );
}
