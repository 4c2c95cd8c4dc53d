import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import { ProblemNote } from '../../../parts/problem.tsx';
import type { Choice } from './choice.ts';
import { sumOf, type PlaceCounts } from './use-places.ts';

/** How much is chosen, said again at every tick. */
export function ChosenLine({
  choice,
  counts,
}: {
  choice: Choice;
  counts: UseQueryResult<PlaceCounts>;
}): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const partly = Object.keys(choice.parts).length;
  if (counts.isError) return <ProblemNote error={counts.error} retry={() => void counts.refetch()} />;
  const chosen = t('places.chosen', {
    count: choice.communityIds.length,
    households: format.number(sumOf(counts.data, 'households')),
    visitable: format.number(sumOf(counts.data, 'visitable')),
  });
  return (
    <p role="status" className="place-chosen">
      {choice.communityIds.length === 0 ? t('places.nothing') : chosen}
      {partly === 0 ? null : ` ${t('places.partlyChosen', { count: partly })}`}
    </p>
  );
}
