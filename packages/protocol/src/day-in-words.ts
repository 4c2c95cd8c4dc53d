import type { Locale } from './problem.ts';

const weekdays: Record<Locale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day `YYYY-MM-DD` as it stands on paper, `11月12日 周四` / `Thu 12 Nov`. Written out here and not by the device: the
 * same paper comes from the server and from old tablets, whose own words for a day differ.
 */
export function dayInWords(day: string, locale: Locale): string {
  const at = new Date(`${day}T00:00:00Z`);
  const [month, date] = [at.getUTCMonth(), at.getUTCDate()];
  const weekday = weekdays[locale][at.getUTCDay()];
  return locale === 'en' ? `${weekday} ${date} ${months[month]}` : `${month + 1}月${date}日 ${weekday}`;
}

/** The same with its year, once on a paper that is kept: `2026年11月12日 周四` / `Thu 12 Nov 2026`. */
export function dayOfYearInWords(day: string, locale: Locale): string {
  const year = day.slice(0, 4);
  const words = dayInWords(day, locale);
  return locale === 'en' ? `${words} ${year}` : `${year}年${words}`;
}
