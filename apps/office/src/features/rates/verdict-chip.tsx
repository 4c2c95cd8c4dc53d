import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import type { RateCell } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

const looks = {
  met: { tone: 'done', icon: <CircleCheck size={14} aria-hidden /> },
  notMet: { tone: 'back', icon: <CircleX size={14} aria-hidden /> },
  undecided: { tone: 'wait', icon: <CircleHelp size={14} aria-hidden /> },
} as const;

/** Whether the target is reached, not reached, or cannot be told yet; nothing where there is no target. */
export function VerdictChip({ cell }: { cell: RateCell | undefined }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  if (cell === undefined || cell.verdict === null || cell.target === null) return null;
  const look = looks[cell.verdict];
  const target = format.percent(cell.target, 0);
  return (
    <Tooltip title={t(`rates.verdictHint.${cell.verdict}`, { target })}>
      <span>
        <Chip tone={look.tone} icon={look.icon}>
          {t(`rates.verdict.${cell.verdict}`)}
        </Chip>
      </span>
    </Tooltip>
  );
}
