import { expect, test } from 'vitest';
import { itemBank } from '@huhudao/questionnaire/authoring';
import { initialsOf } from './initials.ts';

/** The bank is searched where pinyin is not at hand: its letters are written beside the words. */
test.each(itemBank)('the first letters of $label.0 are those of its pinyin', ({ label, initials }) => {
  expect(initials).toBe(initialsOf(label[0]));
});
