import type { RoundPaceView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';

/** What the deadline will find, in a sentence that says how sure that is. */
export function usePaceWords(): (pace: RoundPaceView) => string {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  return ({ forecast, eligible, settled, deadline }) => {
    const share = eligible === 0 ? '—' : format.percent(settled / eligible, 0);
    if (forecast.state === 'done') return t('monitor.words.done');
    if (forecast.state === 'over') return t('monitor.words.over', { share });
    if (forecast.state === 'tooEarly')
      return t('monitor.words.tooEarly', { soFar: forecast.daysSoFar, needed: forecast.daysNeeded });
    const slower = t('monitor.words.slower', { days: forecast.days });
    const { earliest, latest } = forecast.finish;
    if (earliest !== null && latest !== null) {
      const [from, until] = [formatShortDay(earliest, locale), formatShortDay(latest, locale)];
      return `${t('monitor.words.finish', { from, until })}${slower}`;
    }
    const { lower, upper } = forecast.atDeadline;
    const range = format.range([lower / eligible, upper / eligible], 0);
    const sentence = t('monitor.words.forecast', { range, deadline: formatShortDay(deadline, locale) });
    return `${sentence}${t(`monitor.words.${forecast.verdict === 'behind' ? 'behind' : 'open'}`)}${slower}`;
  };
}
