/**
 * Screens nobody sees first: one file of the build, so that the first load stays small. The service worker has it on
 * the tablet before it is needed. Their texts in Chinese come with them; the English ones are loaded as a whole.
 */
import { getI18n } from 'react-i18next';
import { calendar } from '../i18n/zh-CN/calendar.ts';
import { concern } from '../i18n/zh-CN/concern.ts';
import { doorNotice } from '../i18n/zh-CN/door-notice.ts';
import { goneDoors } from '../i18n/zh-CN/gone-doors.ts';
import { nextTime } from '../i18n/zh-CN/next-time.ts';
import { notices } from '../i18n/zh-CN/notices.ts';
import { outcomes } from '../i18n/zh-CN/outcomes.ts';
import { plan } from '../i18n/zh-CN/plan.ts';
import { revisits } from '../i18n/zh-CN/revisits.ts';
import { settings } from '../i18n/zh-CN/settings.ts';
import { slip } from '../i18n/zh-CN/slip.ts';
import { visit } from '../i18n/zh-CN/visit.ts';

export { HandOver } from '../features/lock/hand-over.tsx';
export { ConcernScreen } from '../features/concern/concern.tsx';
export { NextTime } from '../features/door/next-time.tsx';
export { OutcomeSheets } from '../features/door/outcome-sheets.tsx';
export { GoneDoorsNote } from '../features/gone-doors/gone-doors-note.tsx';
export { Notices } from '../features/notices/notices.tsx';
export { Plan } from '../features/plan/plan.tsx';
export { Revisits } from '../features/revisits/revisits.tsx';
export { Settings } from '../features/settings/settings.tsx';
export { SlipSheet } from '../features/slip/slip-sheet.tsx';
export { SyncStatusScreen } from '../features/sync-status/sync-status.tsx';
export { VisitScreen } from '../features/visit/visit.tsx';

getI18n().addResourceBundle(
  'zh-CN',
  'tablet',
  {
    calendar,
    concern,
    doorNotice,
    goneDoors,
    nextTime,
    notices,
    outcomes,
    plan,
    revisits,
    settings,
    slip,
    visit,
  },
  true,
);
