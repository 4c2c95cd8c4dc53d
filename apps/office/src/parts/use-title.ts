import type { LocalisedText } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';

/** A title in the language on screen; Chinese where there is no other. */
export function useTitle(): (title: LocalisedText) => string {
  const { locale } = useLocale();
  return (title) => (locale === 'en' ? (title.en ?? title.default) : title.default);
}
