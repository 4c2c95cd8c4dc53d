import type { Counts, Indicator } from '@huhudao/domain';

/**
 * The codes an indicator's items may use, and how each counts by default.
 *
 * Canonical codes are what lets two questionnaires, two rounds and two streets be compared. Any subset may be
 * used: a yes/no item of awareness has `know` and `dontKnow`, a three-point scale of satisfaction has
 * `satisfied`, `basicallySatisfied` and `dissatisfied`. `fair` is 一般, which is never favourable.
 */
export const canonicalCounts: Readonly<Record<Indicator, Readonly<Record<string, Counts>>>> = {
  awareness: {
    know: 'favourable',
    heardOf: 'unfavourable',
    dontKnow: 'unfavourable',
    unsure: 'unfavourable',
  },
  participation: {
    often: 'favourable',
    sometimes: 'favourable',
    never: 'unfavourable',
    have: 'favourable',
    would: 'unfavourable',
    wouldNot: 'unfavourable',
    unsure: 'unfavourable',
  },
  support: {
    support: 'favourable',
    indifferent: 'unfavourable',
    oppose: 'unfavourable',
    unsure: 'unfavourable',
  },
  satisfaction: {
    verySatisfied: 'favourable',
    satisfied: 'favourable',
    basicallySatisfied: 'favourable',
    fair: 'unfavourable',
    notVerySatisfied: 'unfavourable',
    dissatisfied: 'unfavourable',
    notUsed: 'excluded',
    cannotSay: 'excluded',
  },
};

/** Codes by which a resident says that they cannot answer. Awareness's `dontKnow` is an answer, not one of these. */
export const undecidedCodes: readonly string[] = ['unsure', 'cannotSay'];

/** Codes printed beside a share without being counted in it. */
export const besideCodes: readonly string[] = ['heardOf'];
