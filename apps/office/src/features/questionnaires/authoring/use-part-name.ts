import type { Definition } from '@huhudao/questionnaire';
import { kindOf, questionsOf, wordsOf, type Part, type Place } from '@huhudao/questionnaire/authoring';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';

/** What a part is called on screen: its words, or what it is as long as it has none. */
export function usePartName(): (part: Part | null, place: Place) => string {
  const t = useTexts();
  const { locale } = useLocale();
  return (part, place) => {
    if (part === null) return t('authoring.wholeForm');
    const { zh, en } = wordsOf(part.title);
    const words = locale === 'en' && en !== '' ? en : zh;
    if (!('type' in part)) {
      const page = t('authoring.pageNumber', { number: (place[0] ?? 0) + 1 });
      return words === '' ? page : `${page} · ${words}`;
    }
    if (words !== '') return words;
    return part.type === 'panel'
      ? t('authoring.untitledGroup')
      : t('authoring.untitled', { kind: t(`authoring.kind.${kindOf(part)}`) });
  };
}

/** What an item is called by its name: its title, as long as it has one. */
export function useItemLabel(definition: Definition | null): (name: string) => string {
  const { locale } = useLocale();
  return (name) => {
    const found = definition === null ? [] : questionsOf(definition);
    const { zh, en } = wordsOf(found.find(({ question }) => question.name === name)?.question.title);
    return (locale === 'en' && en !== '' ? en : zh) || name;
  };
}
