import type { Complete } from '@huhudao/ui';
import { actions } from './en/actions.ts';
import { audit } from './en/audit.ts';
import { authoring } from './en/authoring.ts';
import { bank } from './en/bank.ts';
import { bot } from './en/bot.ts';
import { change } from './en/change.ts';
import { chart } from './en/chart.ts';
import { codes } from './en/codes.ts';
import { community } from './en/community.ts';
import { compare } from './en/compare.ts';
import { household } from './en/household.ts';
import { hotline } from './en/hotline.ts';
import { imports } from './en/imports.ts';
import { issue } from './en/issue.ts';
import { methods } from './en/methods.ts';
import { monitor } from './en/monitor.ts';
import { notice } from './en/notice.ts';
import { overview } from './en/overview.ts';
import { people } from './en/people.ts';
import { places } from './en/places.ts';
import { programme } from './en/programme.ts';
import { progress } from './en/progress.ts';
import { quarantine } from './en/quarantine.ts';
import { questionnaire } from './en/questionnaire.ts';
import { rates } from './en/rates.ts';
import { replace } from './en/replace.ts';
import { revisit } from './en/revisit.ts';
import { round } from './en/round.ts';
import { adults } from './en/adults.ts';
import { sample } from './en/sample.ts';
import { selection } from './en/selection.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { steward } from './en/steward.ts';
import { visit } from './en/visit.ts';
import type { zhCN } from './zh-CN.ts';

/** Every text of the office in English. */
export const en: Complete<typeof zhCN> = {
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
};
