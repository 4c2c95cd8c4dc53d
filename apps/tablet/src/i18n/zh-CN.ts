import { calendar } from './zh-CN/calendar.ts';
import { concern } from './zh-CN/concern.ts';
import { doorNotice } from './zh-CN/door-notice.ts';
import { first } from './zh-CN/first.ts';
import { goneDoors } from './zh-CN/gone-doors.ts';
import { nextTime } from './zh-CN/next-time.ts';
import { notices } from './zh-CN/notices.ts';
import { outcomes } from './zh-CN/outcomes.ts';
import { plan } from './zh-CN/plan.ts';
import { revisits } from './zh-CN/revisits.ts';
import { settings } from './zh-CN/settings.ts';
import { slip } from './zh-CN/slip.ts';
import { visit } from './zh-CN/visit.ts';

/** The tablet's own texts; the shared vocabulary is in the `ui` namespace. */
export const zhCN = {
  ...first,
  calendar,
  concern,
  goneDoors,
  nextTime,
  notices,
  outcomes,
  plan,
  revisits,
  settings,
  doorNotice,
  slip,
  visit,
};
