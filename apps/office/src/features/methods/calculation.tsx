import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { Purpose } from '@huhudao/domain';
import { useTexts } from '../../i18n/index.ts';

type Step = {
  text: 'share' | 'streetShare' | 'variance' | 'effective' | 'wilson' | 'coverageShare' | 'coverageBounds';
  formula: string;
};

const ofSample: readonly Step[] = [{ text: 'share', formula: 'p = x / n' }];
/** w of an answer: households of its community's frame for each person who responded. */
const ofStreet: readonly Step[] = [
  { text: 'streetShare', formula: 'w_h = N_h / r_h,  p = Σ w_h·x_h / Σ w_h·n_h' },
];
const interval: readonly Step[] = [
  {
    text: 'variance',
    formula: 'v = Σ_h (1 − r_h/N_h) · r_h/(r_h − 1) · Σ_j (z_hj − Σ_j z_hj/r_h)²,  z = w·d·(y − p) / Σ w·d',
  },
  { text: 'effective', formula: 'n* = p(1 − p)/v · (t_{n−1} / t_df)²,  n* ≤ n' },
  {
    text: 'wilson',
    formula: '(p + z²/2n* ± z·√(p(1 − p)/n* + z²/4n*²)) / (1 + z²/n*),  z = 1.96',
  },
];
const ofCoverage: readonly Step[] = [
  { text: 'coverageShare', formula: 'p = Σ x_h / Σ n_h' },
  { text: 'coverageBounds', formula: '[RR1·p,  RR1·p + 1 − RR1]' },
];

/** The arithmetic, from answers to value and interval or bounds. */
export function Calculation({ purpose, street }: { purpose: Purpose; street: boolean }): ReactElement {
  const t = useTexts();
  const steps = purpose === 'coverage' ? ofCoverage : [...(street ? ofStreet : ofSample), ...interval];
  return (
    <Card size="small">
      <h2>{t('methods.calculation')}</h2>
      <ol className="methods-steps">
        {steps.map(({ text, formula }) => (
          <li key={text}>
            {t(`methods.step.${text}`)}
            <code>{formula}</code>
          </li>
        ))}
      </ol>
    </Card>
  );
}
