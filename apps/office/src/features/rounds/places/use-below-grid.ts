import { useArea } from '../../../api/areas.ts';
import { useFormat } from '../../../parts/format.ts';
import type { RoundDraft } from '../round-draft.ts';

/**
 * Communities of which only buildings or stairwells would be asked, as a list in words; null where there are none. What
 * so few households say could be told apart: a round that asks takes whole grids at least.
 */
export function useBelowGrid({
  parts,
  purpose,
  questionnaireHash,
}: Pick<RoundDraft, 'parts' | 'purpose' | 'questionnaireHash'>): string | null {
  const format = useFormat();
  const { tree } = useArea();
  if (purpose !== 'measurement' && questionnaireHash === null) return null;
  const below = Object.keys(parts).filter((id) =>
    parts[id]?.some((part) => tree.find(part)?.kind !== 'grid'),
  );
  return below.length === 0 ? null : format.list(below.map((id) => tree.find(id)?.name ?? id));
}
