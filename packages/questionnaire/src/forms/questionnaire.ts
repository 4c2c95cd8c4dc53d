import type { Definition } from '../definition/definition.schema.ts';
import { knowsRoleModel, knowsStation, readHandbook } from './awareness.items.ts';
import { followUpPage } from './follow-up.page.ts';
import { headlinePages } from './headline.pages.ts';
import { text } from './item.ts';
import { attendsPublicity, sortsWaste, volunteers } from './participation.items.ts';
import {
  cleanliness,
  clearStairwell,
  dogKeeping,
  feelsSafe,
  marketOrder,
  parkingOrder,
  propertyManagement,
  publicFacilities,
  reportHandling,
  serviceManners,
  wasteFacilities,
} from './satisfaction.items.ts';
import { wouldRecommend } from './support.items.ts';

/** The built-in questionnaire of 22 items, with what should be put right: 6 to 8 minutes at the door. */
export const questionnaire: Definition = {
  title: text(['入户问卷（22题）', 'Household questionnaire (22 items)']),
  description: text([
    '大约八分钟。没有对错之分，怎么想就怎么答；说不清的，选“说不清”。',
    'About eight minutes. There are no right or wrong answers; where you cannot say, choose “cannot say”.',
  ]),
  showProgressBar: true,
  clearInvisibleValues: 'onHiddenContainer',
  pages: [
    ...headlinePages,
    { name: 'awareness', elements: [readHandbook, knowsRoleModel, knowsStation] },
    { name: 'participation', elements: [volunteers, attendsPublicity, sortsWaste] },
    { name: 'neighbours', elements: [wouldRecommend, feelsSafe] },
    { name: 'compound', elements: [cleanliness, wasteFacilities] },
    { name: 'building', elements: [clearStairwell, publicFacilities] },
    { name: 'surroundings', elements: [parkingOrder, marketOrder] },
    { name: 'living', elements: [dogKeeping, propertyManagement] },
    { name: 'services', elements: [serviceManners, reportHandling] },
    followUpPage,
  ],
};
