import type { ReactElement } from 'react';
import type { ImportView } from '@huhudao/protocol';
import { Chip, type Tone } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

const tones: Record<ImportView['state'], Tone> = {
  reading: 'appointment',
  preview: 'wait',
  applying: 'appointment',
  applied: 'done',
  undone: 'none',
  failed: 'back',
  discarded: 'none',
};

/** How far an import is, in a word. */
export function ImportStateChip({ state }: { state: ImportView['state'] }): ReactElement {
  const t = useTexts();
  return <Chip tone={tones[state]}>{t(`imports.stateWord.${state}`)}</Chip>;
}
