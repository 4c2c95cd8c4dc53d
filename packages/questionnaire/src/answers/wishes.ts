import { topics } from '@huhudao/domain';
import type { Topic } from '@huhudao/domain';
import type { CompiledVersion } from '../compiled/compiled.types.ts';
import type { Answers } from './answers.types.ts';

/** What a resident said they want put right, and whether someone may come back about it. */
export interface Wishes {
  topics: Topic[];
  /** True only for an explicit yes. */
  wantsContact: boolean;
}

/** Reads the questions marked `shareTopics` and `asksContact` out of accepted answers. */
export function wishesOf(compiled: CompiledVersion, answers: Answers): Wishes {
  const wishes: Wishes = { topics: [], wantsContact: false };
  for (const question of compiled.questions) {
    const answer = answers[question.name];
    if (question.kind === 'multiple' && question.shareTopics && Array.isArray(answer)) {
      wishes.topics = topics.filter((topic) => answer.includes(topic));
    }
    if (question.kind === 'boolean' && question.asksContact) wishes.wantsContact = answer === true;
  }
  return wishes;
}
