/** One person writes a questionnaire, another publishes it; the district draws a sample, the street names its teams. */
import { listRounds } from '@huhudao/protocol';
import { must } from '@huhudao/domain';
import { Desk } from '../desk/desk.ts';
import {
  chooseTeams,
  closeRound,
  draftRound,
  openRound,
  publishDraft,
  writeQuestionnaire,
} from '../desk/rounds.ts';
import type { Stage } from './stage.ts';
import type { Street } from './street.ts';

const name = '11月模拟测评';

/** A round under way: who opened it at their desk brings it to its end. */
export type FirstRound = { id: string; close: () => Promise<void> };

/** On screen from the first word of the questionnaire to the open round: 80 doors in each of two communities. */
export async function openFirstRound({ browser, origin }: Stage, street: Street): Promise<FirstRound> {
  const author = await Desk.signIn(browser, origin, street.credentials('quwenbo'));
  await writeQuestionnaire(author, '11月入户问卷', '入户问卷（8题）');
  const publisher = await Desk.signIn(browser, origin, street.credentials('qusiyuan'));
  await publishDraft(publisher, '11月入户问卷');
  await publisher.leave();
  await draftRound(author, {
    name,
    purpose: '模拟测评',
    communities: ['柳荫社区', '青石社区'],
    doors: 80,
    questionnaire: '11月入户问卷（第 1 版）',
  });
  await chooseTeams(street.desk, name, ['柳荫一组', '青石一组']);
  await openRound(author, name);
  const rounds = await street.office.call(listRounds, { params: { areaId: street.id } });
  return { id: must(rounds[0], 'the round').id, close: () => closeRound(author, name) };
}
