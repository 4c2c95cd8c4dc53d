import type { Definition, Question } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import type { Change } from '../diff/change.ts';
import { changesOfItem } from '../diff/item-changes.ts';
import { freshName, namesIn } from '../edit/names.ts';
import { insert } from '../edit/parts.ts';
import { isQuestion, partAt } from '../edit/place.ts';
import type { Edited, Place } from '../edit/place.ts';
import { replace } from '../edit/replace.ts';
import type { BankItem } from './bank-item.ts';
import { newestOf, originOf } from './origin.ts';

/** The question of a form that asks a bank's item already: taken from it, or with its name. */
export function askedAlready(definition: Definition, { key }: BankItem): Question | null {
  const found = questionsOf(definition).find(
    ({ question }) => originOf(question)?.key === key || question.name.toLowerCase() === key.toLowerCase(),
  );
  return found?.question ?? null;
}

/**
 * An item of the bank put before what stands at a place. What the form asks already is not asked twice: it stays as it
 * is. Where a page or group has the name, the item gets another; where the form has a headline item or a wish to be
 * contacted, there is no second.
 */
export function insertFromBank(definition: Definition, item: BankItem, place: Place): Edited {
  if (askedAlready(definition, item) !== null) return { definition, place };
  const question = withoutSecondRole(definition, newestOf(item));
  const isTaken = namesIn(definition).has(question.name.toLowerCase());
  const name = isTaken ? freshName(definition, question.name) : question.name;
  return insert(definition, { ...question, name }, place);
}

function withoutSecondRole(definition: Definition, question: Question): Question {
  const others = questionsOf(definition).map((placed) => placed.question);
  const changed = { ...question };
  if ('headline' in changed && others.some((one) => isHeadlineOf(one, changed.indicator)))
    delete changed.headline;
  if ('shareTopics' in changed && others.some((one) => 'shareTopics' in one && one.shareTopics))
    delete changed.shareTopics;
  if ('asksContact' in changed && others.some((one) => 'asksContact' in one && one.asksContact))
    delete changed.asksContact;
  return changed;
}

function isHeadlineOf(question: Question, indicator: string | undefined): boolean {
  return 'headline' in question && question.headline === true && question.indicator === indicator;
}

/** A newer wording than the one a question has, and what taking it would change. */
export interface Newer {
  item: BankItem;
  from: number;
  to: number;
  question: Question;
  changes: Change[];
}

/** The bank's newer wording of a question; null where it has none, or the question is not from the bank. */
export function newerOf(question: Question, bank: readonly BankItem[]): Newer | null {
  const origin = originOf(question);
  const item = bank.find(({ key }) => key === origin?.key);
  if (origin === null || item === undefined || item.versions.length <= origin.version) return null;
  const newest = withPlaceInForm(question, newestOf(item));
  const changes = changesOfItem(question, newest).filter(({ code }) => code !== 'bank');
  return { item, from: origin.version, to: item.versions.length, question: newest, changes };
}

/** The newer wording, as this form asks it: its name, condition and part in the figures are the form's own. */
function withPlaceInForm(question: Question, newest: Question): Question {
  const { name, visibleIf, isRequired, startWithNewLine } = question;
  const own = { name, visibleIf, isRequired, startWithNewLine };
  const asked = { ...newest, ...own };
  const roles = ['headline', 'shareTopics', 'asksContact'] as const;
  const kept = roles.map((role) => [role, (question as Partial<Record<string, unknown>>)[role]] as const);
  const whole = { ...asked, ...Object.fromEntries(kept) };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Question;
}

/** The form with the bank's newer wording of the question at a place; unchanged where there is none. */
export function takeNewer(definition: Definition, place: Place, bank: readonly BankItem[]): Edited {
  const question = partAt(definition, place);
  const newer = isQuestion(question) ? newerOf(question, bank) : null;
  return newer === null
    ? { definition, place }
    : { definition: replace(definition, place, newer.question), place };
}
