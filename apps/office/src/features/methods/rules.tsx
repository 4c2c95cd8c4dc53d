import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { ResponseOf, readMethods } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

/** The thresholds below which a figure is not shown, or not in full. */
export function Rules({ rules }: { rules: ResponseOf<typeof readMethods>['rules'] }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { smallestShown, bandStep, precision } = rules;
  return (
    <Card size="small">
      <h2>{t('methods.rules')}</h2>
      <ul className="methods-list">
        <li>{t('methods.ruleFew', { count: smallestShown })}</li>
        <li>{t('methods.ruleBand', { count: smallestShown, step: bandStep })}</li>
        <li>{t('methods.ruleSecondary')}</li>
        {precision === null ? (
          <li>{t('methods.ruleNoPrecision')}</li>
        ) : (
          <>
            <li>
              {t('methods.rulePrecision', {
                sample: precision.smallestSample,
                widest: format.percent(precision.widest, 0),
                narrow: format.percent(precision.narrow, 0),
                relative: format.percent(precision.widestRelative, 0),
              })}
            </li>
            <li>{t('methods.ruleFlag', { df: precision.fewDegreesOfFreedom })}</li>
          </>
        )}
      </ul>
    </Card>
  );
}
