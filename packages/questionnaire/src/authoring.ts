/** What an author's desk needs: operations on a form, what they change, and how long it takes to ask. */
export { addPage, duplicate, insert, remove } from './edit/parts.ts';
export { move, step } from './edit/move.ts';
export { replace } from './edit/replace.ts';
export { renamed, withCodeRenamed } from './edit/rename.ts';
export type { CodeList } from './edit/rename.ts';
export { freshCode, isFreeName, namesIn } from './edit/names.ts';
export { isQuestion, isSamePlace, partAt, partsIn, pathOf, placeOf } from './edit/place.ts';
export type { Edited, Part, Place } from './edit/place.ts';
export {
  asKind,
  isSingleChoice,
  itemKinds,
  kindOf,
  newIndicatorItem,
  newItem,
  newPanel,
  readyChoices,
  usualChoices,
  withIndicator,
} from './edit/items.ts';
export type { ItemKind, SingleChoice } from './edit/items.ts';
export { withOptionalWords, withWords } from './edit/texts.ts';
export type { Language } from './edit/texts.ts';
export { record, redo, startHistory, undo } from './edit/history.ts';
export type { History } from './edit/history.ts';
export { readDraft } from './check/structure.ts';
export { secondsToAsk, secondsToAskAll } from './reading/reading-time.ts';
export { wordsOf } from './definition/texts.ts';
export { questionsOf } from './definition/walk.ts';
export type { PlacedQuestion } from './definition/walk.ts';
export type { Page, Panel, Question, LocalisedText } from './definition/definition.schema.ts';
export { writeCondition } from './conditions/write.ts';
export { shapeOf } from './definition/shape.ts';
export { operatorsOf, rowFor, rowsOf, textOfRows } from './edit/condition-rows.ts';
export type { ConditionRows } from './edit/condition-rows.ts';
export type { Comparison } from './conditions/condition.types.ts';
export { changesBetween } from './diff/diff.ts';
export type { Change, ChangeCode } from './diff/change.ts';
export { fixed } from './fix/fix.ts';
export { usualCodes, withUsualCode } from './edit/usual-code.ts';
export { paperForm } from './paper/paper-form.ts';
export type { PaperAnswer, PaperHeading, PaperItem } from './paper/paper-form.ts';
export { operatorWords } from './conditions/words.ts';
export { itemBank } from './bank/item-bank.ts';
export { bankSubjects } from './bank/bank-item.ts';
export type { BankItem, BankSubject } from './bank/bank-item.ts';
export { newestOf, originOf } from './bank/origin.ts';
export { indicatorOf, searched } from './bank/search.ts';
export type { BankSearch } from './bank/search.ts';
export { askedAlready, insertFromBank, newerOf, takeNewer } from './bank/use.ts';
export type { Newer } from './bank/use.ts';
