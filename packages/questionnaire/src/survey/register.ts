import { counts, indicators } from '@huhudao/domain';
import { Serializer, surveyLocalization } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';

/**
 * Tells survey-core, once for the page or process, what is ours: the properties by which a definition says how
 * answers count and what they are for, and that a text without a language is Chinese.
 */
export function registerProperties(): void {
  if (Serializer.findProperty('radiogroup', 'indicator')) return;
  for (const type of ['radiogroup', 'dropdown']) {
    Serializer.addProperty(type, { name: 'indicator', choices: [...indicators] });
    Serializer.addProperty(type, { name: 'headline', type: 'boolean' });
  }
  Serializer.addProperty('question', { name: 'bank' });
  Serializer.addProperty('choiceitem', { name: 'counts', choices: [...counts] });
  Serializer.addProperty('choiceitem', { name: 'score', type: 'number' });
  for (const type of ['checkbox', 'tagbox']) {
    Serializer.addProperty(type, { name: 'shareTopics', type: 'boolean' });
  }
  Serializer.addProperty('boolean', { name: 'asksContact', type: 'boolean' });
  surveyLocalization.defaultLocale = 'zh-cn';
}
