import type { Definition } from '../definition/definition.schema.ts';
import { followUpPage } from './follow-up.page.ts';
import { headlinePages } from './headline.pages.ts';
import { text } from './item.ts';
import { cleanliness, propertyManagement, publicFacilities, reportHandling } from './satisfaction.items.ts';

/** The built-in short form of 8 items, with what should be put right: 3 minutes at the door. */
export const shortForm: Definition = {
  title: text(['入户问卷（8题）', 'Household questionnaire (8 items)']),
  description: text([
    '大约三分钟。没有对错之分，怎么想就怎么答；说不清的，选“说不清”。',
    'About three minutes. There are no right or wrong answers; where you cannot say, choose “cannot say”.',
  ]),
  showProgressBar: true,
  clearInvisibleValues: 'onHiddenContainer',
  pages: [
    ...headlinePages,
    { name: 'compound', elements: [cleanliness, publicFacilities] },
    { name: 'services', elements: [propertyManagement, reportHandling] },
    followUpPage,
  ],
};
