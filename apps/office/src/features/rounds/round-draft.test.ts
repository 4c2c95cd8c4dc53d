import { describe, expect, it } from 'vitest';
import { bodyOf, emptyDraft, missingIn, type RoundDraft } from './round-draft.ts';

const liuyin = '0190a000-0000-7000-8000-00000000000a';
const nanqiao = '0190a000-0000-7000-8000-00000000000b';
const team = '0190a000-0000-7000-8000-00000000000c';
const hash = 'a'.repeat(64);

const coverage: RoundDraft = {
  ...emptyDraft(),
  name: '11月普访',
  purpose: 'coverage',
  communityIds: [liuyin, nanqiao],
  visitFormHash: hash,
  teamIds: [team],
  statement: '我们是街道的工作人员，想听听您的意见。',
};

describe('a round is complete before it can be saved', () => {
  it('an empty form names everything that is missing, part by part', () => {
    expect(missingIn(emptyDraft()).map((one) => one.what)).toEqual([
      'name',
      'purpose',
      'communities',
      'visitForm',
      'teams',
      'statement',
    ]);
    expect(bodyOf(emptyDraft())).toBeUndefined();
  });

  it('a coverage round needs no questionnaire and no sample', () => {
    expect(missingIn(coverage)).toEqual([]);
    expect(bodyOf(coverage)?.scope).toEqual({ communityIds: [liuyin, nanqiao] });
  });

  it('a measurement round needs a questionnaire and a sample in every community', () => {
    const measured: RoundDraft = { ...coverage, purpose: 'measurement', sampleSizes: { [liuyin]: 80 } };
    expect(missingIn(measured).map((one) => one.what)).toEqual(['sampleSizes', 'questionnaire']);
  });

  it('sizes of communities that left the scope are not sent', () => {
    const measured: RoundDraft = {
      ...coverage,
      purpose: 'measurement',
      questionnaireHash: hash,
      communityIds: [liuyin],
      sampleSizes: { [liuyin]: 80, [nanqiao]: 80 },
    };
    expect(bodyOf(measured)?.scope).toEqual({ communityIds: [liuyin], sampleSizes: { [liuyin]: 80 } });
  });

  it('a community without a team is missing, besides others that have one', () => {
    expect(missingIn(coverage, '南桥社区')).toEqual([
      { step: 'teams', what: 'communityTeams', names: '南桥社区' },
    ]);
    expect(missingIn({ ...coverage, teamIds: [] }, '柳荫社区、南桥社区')).toEqual([
      { step: 'teams', what: 'teams' },
    ]);
  });

  it('a deadline before the start is no window', () => {
    const wrong = { ...coverage, startsOn: '2026-11-20', deadline: '2026-11-19' };
    expect(missingIn(wrong)).toEqual([{ step: 'dates', what: 'dates' }]);
  });
});
