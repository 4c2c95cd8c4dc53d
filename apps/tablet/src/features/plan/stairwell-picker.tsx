import { useTranslation } from 'react-i18next';
import { CheckList } from '@huhudao/ui/components';
import { leftIn, type PlanBook } from '../../work/plan-book.ts';
import { usePlaceName } from '../door/place-name.ts';

type Props = { book: PlanBook; chosen: readonly string[]; onChoose: (ids: readonly string[]) => void };

/** One stairwell or several, with how many doors are left in each; those that are mine first. */
export function StairwellPicker({ book, chosen, onChoose }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const offered = book.view.stairwells
    .filter((one) => leftIn(one) > 0 || chosen.includes(one.stairwell.id))
    .toSorted((a, b) => Number(b.stairwell.mine) - Number(a.stairwell.mine));
  return (
    <CheckList
      label={t('plan.stairwells')}
      values={[...chosen]}
      onChange={onChoose}
      choices={offered.map((one) => ({
        value: one.stairwell.id,
        label: t('plan.stairwellLeft', { place: place(one.stairwell), count: leftIn(one) }),
      }))}
    />
  );
}
