import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextTime as Next } from '@huhudao/domain';
import { formatShortDay, today, useLocale } from '@huhudao/ui';
import type { Door, RoundView } from '../../work/round-view.ts';
import styles from './door.module.css';
import { useNextTime } from './use-next-time.ts';

type Props = { view: RoundView; door: Door };

/** When to come again, and from how many attempts that is known. The door itself is on the screen first. */
export function NextTime(props: Props) {
  const later = useDeferredValue<Props | null>(props, null);
  return later === null ? null : <Worked {...later} />;
}

function Worked({ view, door }: Props) {
  const { t } = useTranslation('tablet');
  const next = useNextTime(view, door);
  const words = useNextWords();
  if (next === undefined) return null;
  return (
    <>
      <dt>{t('nextTime.name')}</dt>
      <dd>
        {words.when(next)}
        {words.why(next).map((line) => (
          <span key={line} className={styles['help']}>
            {line}
          </span>
        ))}
      </dd>
    </>
  );
}

function useNextWords() {
  const { t } = useTranslation(['tablet', 'ui']);
  const { locale } = useLocale();
  const when = ({ best, notBefore }: Next): string => {
    if (best === undefined) return t('tablet:nextTime.none');
    const cell = t(`tablet:plan.cell.${best}`);
    if (notBefore <= today()) return cell;
    return t('tablet:nextTime.from', { cell, day: formatShortDay(notBefore, locale) });
  };
  const why = ({ tried, estimate, notBy, best }: Next): string[] => {
    const times = [...new Set(tried)].map((cell) => t(`tablet:plan.cell.${cell}`));
    const separator = t('ui:common.listSeparator');
    const known =
      estimate === undefined
        ? t('tablet:nextTime.notEnough')
        : t('tablet:nextTime.known', {
            where: t(`tablet:plan.level.${estimate.level}`),
            tries: estimate.tries,
            reached: estimate.reached,
          });
    return [
      ...(times.length === 0
        ? []
        : [t('tablet:nextTime.tried', { count: tried.length, times: times.join(separator) })]),
      ...(notBy.length === 0 ? [] : [t('tablet:nextTime.somebodyElse')]),
      ...(best === undefined ? [] : [known]),
    ];
  };
  return { when, why };
}
