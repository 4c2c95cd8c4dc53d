import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { usualWindows, type RoundWindow } from '@huhudao/domain';
import { useTexts } from '../../i18n/index.ts';
import { HoursInput } from '../../parts/hours-input.tsx';
import type { RoundDraft } from './round-draft.ts';

type Props = { draft: RoundDraft; change: (part: Partial<RoundDraft>) => void };

const days = ['any', 'weekday', 'weekend'] as const satisfies readonly RoundWindow['days'][];

/** When teams go from door to door, and when they do not: what plans are suggested within. */
export function RoundHours({ draft, change }: Props): ReactElement {
  const t = useTexts();
  const hours = usualWindows.map(({ from, until }) => `${from}–${until}`).join(' ');
  return (
    <>
      <Form.Item label={t('round.windows')} extra={t('round.windowsHint', { hours })}>
        <HoursInput<RoundWindow>
          aria-label={t('round.windows')}
          value={draft.windows}
          onChange={(windows) => change({ windows })}
          usual={{ days: 'any', from: '09:00', until: '20:30' }}
          most={12}
          renderBefore={(window, changeWindow) => (
            <Select
              aria-label={t('round.windowDays')}
              style={{ width: 120 }}
              value={window.days}
              onChange={(chosen) => changeWindow({ days: chosen })}
              options={days.map((value) => ({ value, label: t(`round.windowDay.${value}`) }))}
            />
          )}
        />
      </Form.Item>
      <Form.Item label={t('round.quiet')} extra={t('round.quietHint')}>
        <HoursInput
          aria-label={t('round.quiet')}
          value={draft.quiet}
          onChange={(quiet) => change({ quiet })}
          usual={{ from: '12:00', until: '14:00' }}
          most={6}
        />
      </Form.Item>
    </>
  );
}
