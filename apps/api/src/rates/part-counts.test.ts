import { describe, expect, it } from 'vitest';
import { defaultDisclosureRules } from '@huhudao/statistics';
import { partMayShow, publishedPart, type PartCount } from './part-counts.ts';

const rules = defaultDisclosureRules;
const printed = { kind: 'shown' } as const;
const held = (part: PartCount) => publishedPart(part, { shown: false, shareShown: true }, rules);
const shown = (part: PartCount) => publishedPart(part, { shown: true, shareShown: true }, rules);

describe('a part of one side of a share', () => {
  it('is printed only beside the share, and where it and its rest are at least 5 each', () => {
    expect(partMayShow({ side: 10, count: 5 }, printed, [], rules)).toBe(true);
    expect(partMayShow({ side: 10, count: 4 }, printed, [], rules)).toBe(false);
    expect(partMayShow({ side: 9, count: 5 }, printed, [], rules)).toBe(false);
    const banded = {
      kind: 'banded',
      reason: 'smallMinority',
      band: { side: 'atLeast', share: 0.9 },
    } as const;
    expect(partMayShow({ side: 10, count: 5 }, banded, [], rules)).toBe(false);
  });

  it('waits while the growth of its side, which the share tells, would tell what was held back', () => {
    // Of 2 further unfavourable answers at most 2 can be of the part: before, it was 3 or more.
    expect(partMayShow({ side: 17, count: 5 }, printed, [held({ side: 15, count: 3 })], rules)).toBe(false);
    expect(partMayShow({ side: 25, count: 8 }, printed, [held({ side: 15, count: 3 })], rules)).toBe(true);
  });

  it('waits no longer for a release that printed it', () => {
    const past = [shown({ side: 15, count: 6 })];
    expect(partMayShow({ side: 17, count: 7 }, printed, past, rules)).toBe(true);
  });
});
