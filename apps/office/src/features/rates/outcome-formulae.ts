import type { z } from 'zod';
import type { outcomeRates } from '@huhudao/protocol';

export type OutcomeRateName = keyof z.infer<typeof outcomeRates>;

/**
 * The formulae of AAPOR's Standard Definitions as they are printed beside the values; the server computes them.
 * K = I+P+R+NC+O, U = UH+UO.
 */
export const outcomeFormulae: readonly { name: OutcomeRateName; formula: string }[] = [
  { name: 'RR1', formula: 'I / (K+U)' },
  { name: 'RR2', formula: '(I+P) / (K+U)' },
  { name: 'RR3', formula: 'I / (K+eU)' },
  { name: 'RR4', formula: '(I+P) / (K+eU)' },
  { name: 'RR5', formula: 'I / K' },
  { name: 'RR6', formula: '(I+P) / K' },
  { name: 'COOP1', formula: 'I / (I+P+R+O)' },
  { name: 'COOP2', formula: '(I+P) / (I+P+R+O)' },
  { name: 'COOP3', formula: 'I / (I+P+R)' },
  { name: 'COOP4', formula: '(I+P) / (I+P+R)' },
  { name: 'REF1', formula: 'R / (K+U)' },
  { name: 'REF2', formula: 'R / (K+eU)' },
  { name: 'REF3', formula: 'R / K' },
  { name: 'CON1', formula: '(I+P+R+O) / (K+U)' },
  { name: 'CON2', formula: '(I+P+R+O) / (K+eU)' },
  { name: 'CON3', formula: '(I+P+R+O) / K' },
  { name: 'e', formula: 'K / (K+NE)' },
];
