import * as protocol from '@huhudao/protocol';
import { Problem, type Locale, type ResponseOf } from '@huhudao/protocol';
import { codebook, evaluateCondition, type CompiledVersion, type Condition } from '@huhudao/questionnaire';
import { must } from '@huhudao/domain';
import type { Deps } from '../http/deps.ts';
import type { Place } from '../http/gate.ts';
import { localeOf } from '../http/problems.ts';
import { route } from '../http/route.ts';
import { onPlatform } from '../http/transaction.ts';
import type { VersionReader } from '../http/versions.ts';
import { conditionWords } from './condition-words.ts';
import { readCondition } from './read-condition.ts';
import { changeRule } from './rules.commands.ts';
import * as queries from './rules.queries.ts';

type RuleView = ResponseOf<typeof protocol.changeRule>;

/** The rules as they stand. What a condition says is told with the newest wording of each question. */
async function presentRules(deps: Deps, locale: Locale): Promise<RuleView[]> {
  const [rules, asked] = await Promise.all([
    queries.listRules(deps.sql),
    queries.listAskedDefinitions(deps.sql),
  ]);
  const oldestFirst = asked.toReversed().flatMap(({ definition }) => codebook(definition));
  const variables = new Map(oldestFirst.map((variable) => [variable.name, variable]));
  return rules.map(({ compiled, ...rule }) => ({
    ...rule,
    conditionWords: compiled === null ? null : conditionWords(compiled, variables, locale),
  }));
}

async function askedVersions(deps: Deps, versions: VersionReader): Promise<CompiledVersion[]> {
  const rows = await queries.listAskedVersions(deps.sql);
  const read = await Promise.all(rows.map(({ hash }) => versions.get(deps.sql, hash)));
  return read.filter((version) => version !== undefined);
}

/** The round's street and what it asks. @throws Problem notFound */
async function findRound(deps: Deps, place: Place, roundId: string) {
  for (const streetId of place.streetIds) {
    const [round] = await queries.findRoundVersion(deps.sql, streetId, roundId);
    if (round?.questionnaireHash) return { streetId, hash: round.questionnaireHash };
  }
  throw new Problem('notFound');
}

/** Numbers are told in steps of this size: exact ones would tell, by differences, what a few residents answered. */
const step = 5;

/** Always of the whole round, whatever part of its street was asked about. */
async function countFlagged(deps: Deps, streetId: string, roundId: string, condition: Condition) {
  let flagged = 0;
  let of = 0;
  for await (const rows of queries.streamNamedAnswers(deps.sql, streetId, roundId)) {
    of += rows.length;
    flagged += rows.filter(({ answers }) => evaluateCondition(condition, answers)).length;
  }
  return { flagged: Math.floor(flagged / step) * step, of };
}

export const ruleRoutes = (versions: VersionReader) => [
  route(protocol.listRules, ({ deps, context }) => presentRules(deps, localeOf(context))),

  route(protocol.changeRule, async ({ deps, context, actor, params, body }) => {
    const { condition } = body;
    const compiled =
      condition === null ? null : readCondition(condition, await askedVersions(deps, versions));
    await onPlatform(deps, actor, changeRule, { ...params, ...body, compiled });
    const rules = await presentRules(deps, localeOf(context));
    return must(
      rules.find((rule) => rule.id === params.ruleId),
      'the rule just changed',
    );
  }),

  route(protocol.previewRule, async ({ deps, body, ...place }) => {
    const { streetId, hash } = await findRound(deps, place, body.roundId);
    const version = must(await versions.get(deps.sql, hash), 'the questionnaire of a round');
    const condition = readCondition(body.condition, [version]);
    return countFlagged(deps, streetId, body.roundId, condition);
  }),
];
