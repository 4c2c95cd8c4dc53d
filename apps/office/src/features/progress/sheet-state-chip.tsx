import { CircleAlert, CircleCheck, Clock, PencilLine, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { SheetState } from '@huhudao/domain';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

const looks = {
  open: { tone: 'wait', icon: <PencilLine size={14} aria-hidden /> },
  missing: { tone: 'stop', icon: <CircleAlert size={14} aria-hidden /> },
  submitted: { tone: 'done', icon: <CircleCheck size={14} aria-hidden /> },
  late: { tone: 'back', icon: <Clock size={14} aria-hidden /> },
  withdrawn: { tone: 'void', icon: <Undo2 size={14} aria-hidden /> },
} as const;

export function SheetStateChip({ state }: { state: SheetState }): ReactElement {
  const t = useTexts();
  return (
    <Chip tone={looks[state].tone} icon={looks[state].icon}>
      {t(`progress.state.${state}`)}
    </Chip>
  );
}
