import type { GroupCounts } from '@huhudao/domain';

/**
 * Responses beyond the doors that answered. Of parallel visits with anonymous responses nobody can tell which are of
 * one door: all count, and how many are too many is printed. Both numbers are public, so their difference tells
 * nothing new, and nothing of any one response.
 */
export const excessOf = (respondents: number, { I, P }: GroupCounts): number =>
  Math.max(0, respondents - I - P);
