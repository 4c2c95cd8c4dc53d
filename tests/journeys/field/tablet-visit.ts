/** A visit by touch, screen by screen, as a worker and a resident go through it. */
import type { Locator, Page } from 'playwright-core';
import { must } from '@huhudao/domain';
import type { Definition } from '@huhudao/questionnaire';
import { typePin } from '../../tablet/pin.ts';
import type { Answered, Encounter } from '../story/encounter.ts';

/** Where a door is, as the tablet names it: 建设新村1栋1单元, room 101. */
export type Place = { stairwell: string; room: string };

const outcomes: Partial<Record<string, string>> = {
  refused: '拒访（可再访）',
  refusedHard: '明确拒绝',
  vacant: '空置',
  noAccess: '进不了楼',
  unable: '无法作答',
  notResidential: '非住宅',
};
const modes = { anonymous: '匿名', confidential: '保密', named: '实名，欢迎回访' };
const hows = { handedOver: '我自己填', readAloud: '请工作人员念', ownDevice: '' };

export async function openDoor(page: Page, { stairwell, room }: Place): Promise<void> {
  await page.getByRole('link', { name: stairwell }).first().tap();
  await page
    .getByRole('grid', { name: stairwell })
    .getByRole('button', { name: new RegExp(`^${room}\\D`) })
    .tap();
  const heading = page.getByRole('heading', { name: `${room} 室` });
  await heading.waitFor().catch(async (cause: unknown) => {
    throw new Error(`room ${room} did not open: ${await page.locator('body').innerText()}`, { cause });
  });
}

/** Goes to a door and does there what happens, to the end. */
export async function visitByTouch(
  page: Page,
  place: Place,
  encounter: Encounter,
  form: Definition,
): Promise<void> {
  await openDoor(page, place);
  if (encounter.kind === 'unanswered') return recordOutcome(page, encounter.outcome);
  await beginAnswering(page, encounter);
  await answerPages(page, form, encounter.answers);
  await finish(page, encounter);
}

/** Nobody answers: two taps. */
async function recordOutcome(page: Page, outcome: string): Promise<void> {
  if (outcome === 'notHome') return tap(page, '无人在家');
  await tap(page, outcome.startsWith('refused') ? '拒访' : '更多…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: must(outcomes[outcome], outcome) })
    .tap();
}

/** From the first word to the first question. */
export async function beginAnswering(page: Page, { mode, how }: Answered): Promise<void> {
  await page.getByRole('link', { name: '开始走访' }).tap();
  await tap(page, '居民愿意谈');
  await tap(page, '下一步');
  await page.getByRole('radio', { name: modes[mode] }).locator('xpath=ancestor::label').tap();
  await page.getByRole('radio', { name: hows[how] }).tap();
  await tap(page, '同意，开始');
}

/** Answers the pages of a form from `first` up to, and without, `until`; the button at the foot leads on. */
export async function answerPages(
  page: Page,
  form: Definition,
  answers: Answered['answers'],
  { first = 0, until = form.pages.length } = {},
): Promise<void> {
  for (const [index, { elements }] of form.pages.entries()) {
    if (index < first || index >= until) continue;
    for (const question of elements) {
      const answer = answers[question.name];
      if (answer !== undefined) await answerQuestion(page, question, answer);
    }
    await tap(page, index === form.pages.length - 1 ? '答完了' : '下一页');
  }
}

/** Which page of the form is on the screen. */
export async function pageShown(page: Page, form: Definition): Promise<number> {
  const name = await page.locator('[data-name]').first().getAttribute('data-name');
  return form.pages.findIndex(({ elements }) => elements.some((question) => question.name === name));
}

type Question = Definition['pages'][number]['elements'][number];

async function answerQuestion(
  page: Page,
  question: Question,
  answer: Answered['answers'][string],
): Promise<void> {
  const asked = page.locator(`[data-name="${question.name}"]`);
  for (const label of labelsOf(question, answer)) await option(asked, label).tap();
}

const option = (asked: Locator, label: string): Locator => asked.getByText(label, { exact: true });

/** The words of an answer as the screen has them. */
function labelsOf(question: Question, answer: Answered['answers'][string]): string[] {
  if (question.type === 'boolean')
    return [textOf(answer === true ? question.labelTrue : question.labelFalse)];
  if (!('choices' in question)) throw new Error(`${question.name} is not answered by touch here`);
  const codes = Array.isArray(answer) ? answer : [answer];
  return codes.map((code) => textOf(question.choices.find((choice) => choice.value === code)?.text));
}

function textOf(text: unknown): string {
  if (typeof text === 'object' && text !== null && 'default' in text) return String(text.default);
  throw new Error('a text without its Chinese');
}

/** From the last answer to the saved visit. */
export async function finish(page: Page, { how }: Answered): Promise<void> {
  if (how === 'handedOver') await typePin(page);
  await tap(page, '下一步');
  await tap(page, '保存走访');
  await page.getByRole('navigation', { name: '主要页面' }).waitFor();
}

async function tap(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: text, exact: true }).tap();
}
