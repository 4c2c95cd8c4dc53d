import { topics } from '@huhudao/domain';
import type { PlacedQuestion } from '../definition/walk.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * The two questions whose answers others act on: topics that may be passed on, and the wish to be contacted,
 * which nobody can be made to answer.
 */
export function findInFollowUp(questions: readonly PlacedQuestion[]): Finding[] {
  const known: readonly string[] = topics;
  const findings: Finding[] = [];
  let shares = 0;
  let asks = 0;
  for (const { path, question } of questions) {
    const { name } = question;
    if ('shareTopics' in question && question.shareTopics === true) {
      if (++shares > 1) findings.push(error(`${path}.shareTopics`, 'shareTopicsTwice', { name }));
      for (const [index, choice] of question.choices.entries()) {
        if (known.includes(choice.value)) continue;
        findings.push(error(`${path}.choices[${index}].value`, 'topicUnknown', { code: choice.value }));
      }
    }
    if ('asksContact' in question && question.asksContact === true) {
      if (++asks > 1) findings.push(error(`${path}.asksContact`, 'asksContactTwice', { name }));
      if (question.isRequired === true)
        findings.push(error(`${path}.isRequired`, 'contactRequired', { name }));
    }
  }
  return findings;
}
