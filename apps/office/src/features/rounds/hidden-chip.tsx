import { Eye, EyeOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RoundView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

/** Says of an assessor's round whose it is, and whether others see it. */
export function HiddenChip({ round }: { round: RoundView }): ReactElement | null {
  const t = useTexts();
  if (round.assessorName === null) return null;
  const name = round.assessorName;
  const seen = round.releasedAt !== null;
  return (
    <Chip
      tone={seen ? 'none' : 'wait'}
      icon={seen ? <Eye size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
    >
      {t(seen ? 'sample.assessed' : 'sample.hidden', { name })}
    </Chip>
  );
}
