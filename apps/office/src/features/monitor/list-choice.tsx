import { Segmented } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';

const route = getRouteApi('/rounds/$roundId');

type Props = { list: 'places' | 'stairwells' };

/** A community step by step, or all of its stairwells in one list, for giving many of them to a team. */
export function ListChoice({ list }: Props): ReactElement {
  const t = useTexts();
  const navigate = route.useNavigate();
  return (
    <Segmented
      className="round-plan-view"
      aria-label={t('round.planView')}
      value={list}
      onChange={(next) =>
        void navigate({ search: (old) => ({ ...old, list: next === 'stairwells' ? next : undefined }) })
      }
      options={[
        { value: 'places', label: t('monitor.byPlace') },
        { value: 'stairwells', label: t('monitor.allStairwells') },
      ]}
    />
  );
}
