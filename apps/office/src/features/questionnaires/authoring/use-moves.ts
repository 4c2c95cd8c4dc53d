import { partAt, step, type Edited, type Place } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { useAuthoring } from './use-authoring.ts';
import { usePartName } from './use-part-name.ts';

/** Putting parts in order, by keyboard and by pointer alike: what happened is said aloud. */
export function useMoves() {
  const t = useTexts();
  const nameOf = usePartName();
  const { definition, apply, announce } = useAuthoring();
  const movedTo = (edited: Edited, from: Place): void => {
    const name = nameOf(partAt(definition, from) ?? null, from);
    if (edited.definition === definition) {
      announce(t('authoring.notMoved', { name }));
      return;
    }
    apply(edited, 'row');
    const [page = 0] = edited.place;
    const position = (edited.place.at(-1) ?? 0) + 1;
    announce(
      edited.place.length === 1
        ? t('authoring.movedPage', { name, position })
        : t('authoring.moved', { name, page: page + 1, position }),
    );
  };
  return {
    movedTo,
    stepTo: (place: Place, direction: 'up' | 'down') => movedTo(step(definition, place, direction), place),
  };
}
