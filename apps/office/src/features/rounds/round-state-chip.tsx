import { Archive, CircleCheck, CirclePlay, PencilLine } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RoundState } from '@huhudao/domain';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useWords } from '../../i18n/words.ts';

const looks = {
  draft: { tone: 'wait', icon: <PencilLine size={14} aria-hidden /> },
  open: { tone: 'appointment', icon: <CirclePlay size={14} aria-hidden /> },
  closed: { tone: 'done', icon: <CircleCheck size={14} aria-hidden /> },
  archived: { tone: 'none', icon: <Archive size={14} aria-hidden /> },
} as const;

export function RoundStateChip({ state }: { state: RoundState }): ReactElement {
  const words = useWords();
  return (
    <Chip tone={looks[state].tone} icon={looks[state].icon}>
      {words.roundState(state)}
    </Chip>
  );
}
