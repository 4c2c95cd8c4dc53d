import type { Complete } from '@huhudao/ui';
import type { adults as zhCN } from '../zh-CN/adults.ts';

export const adults: Complete<typeof zhCN> = {
  who: 'Who answers in each household',
  hint: 'Whoever opens the door is often home, and their answers alone are biased. Where one adult is drawn the tablet names them by the number eligible; visitors cannot choose. Weights count the number eligible.',
  by: {
    anyone: 'The adult who opens',
    kish: 'One drawn (Kish grid)',
    nextBirthday: 'The one with the next birthday',
  },
  youngest: 'Youngest age',
  oldest: 'Oldest age',
  monthsResident: 'Resident for (months)',
  told: '{{by}}; {{youngest}}–{{oldest}} years old, resident for {{months}} months',
};
