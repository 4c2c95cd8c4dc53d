import type { ReactElement } from 'react';
import { isSamePlace, placeOf } from '@huhudao/questionnaire/authoring';
import { FindingLines } from '../finding-lines.tsx';
import { useItemLabel } from './use-part-name.ts';
import { useAuthoring } from './use-authoring.ts';

/** What was found in the part on screen, with the mends. */
export function PartFindings(): ReactElement | null {
  const { definition, findings, place, mend } = useAuthoring();
  const labelOf = useItemLabel(definition);
  const own = findings.filter((one) => isSamePlace(placeOf(one.path), place));
  return own.length === 0 ? null : <FindingLines findings={own} mend={mend} labelOf={labelOf} />;
}
