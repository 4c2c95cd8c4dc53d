import { actions } from './zh-CN/actions.ts';
import { audit } from './zh-CN/audit.ts';
import { authoring } from './zh-CN/authoring.ts';
import { bank } from './zh-CN/bank.ts';
import { bot } from './zh-CN/bot.ts';
import { change } from './zh-CN/change.ts';
import { chart } from './zh-CN/chart.ts';
import { codes } from './zh-CN/codes.ts';
import { community } from './zh-CN/community.ts';
import { compare } from './zh-CN/compare.ts';
import { household } from './zh-CN/household.ts';
import { hotline } from './zh-CN/hotline.ts';
import { imports } from './zh-CN/imports.ts';
import { issue } from './zh-CN/issue.ts';
import { methods } from './zh-CN/methods.ts';
import { monitor } from './zh-CN/monitor.ts';
import { notice } from './zh-CN/notice.ts';
import { overview } from './zh-CN/overview.ts';
import { people } from './zh-CN/people.ts';
import { places } from './zh-CN/places.ts';
import { programme } from './zh-CN/programme.ts';
import { progress } from './zh-CN/progress.ts';
import { quarantine } from './zh-CN/quarantine.ts';
import { questionnaire } from './zh-CN/questionnaire.ts';
import { rates } from './zh-CN/rates.ts';
import { replace } from './zh-CN/replace.ts';
import { revisit } from './zh-CN/revisit.ts';
import { round } from './zh-CN/round.ts';
import { adults } from './zh-CN/adults.ts';
import { sample } from './zh-CN/sample.ts';
import { selection } from './zh-CN/selection.ts';
import { shell } from './zh-CN/shell.ts';
import { start } from './zh-CN/start.ts';
import { steward } from './zh-CN/steward.ts';
import { visit } from './zh-CN/visit.ts';

/** Every text of the office in Chinese, by feature; the English catalogue has the same keys. */
export const zhCN = {
  actions,
  audit,
  authoring,
  bank,
  bot,
  change,
  chart,
  codes,
  community,
  compare,
  household,
  hotline,
  imports,
  issue,
  methods,
  monitor,
  notice,
  overview,
  people,
  places,
  programme,
  progress,
  quarantine,
  questionnaire,
  rates,
  replace,
  revisit,
  round,
  adults,
  sample,
  selection,
  shell,
  start,
  steward,
  visit,
} as const;
