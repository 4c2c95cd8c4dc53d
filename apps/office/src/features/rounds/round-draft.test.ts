import { describe, expect, it } from 'vitest';
import { bodyOf, emptyDraft, missingIn, usualVisitForm, type RoundDraft } from './round-draft.ts';

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

  it('a hotline round lacks its cases, then the doors of some; it sends no parts and no questionnaire', () => {
    const one = { number: '1', address: '柳苑', topic: null, reportedOn: null, doors: [], door: null };
    const hotline: RoundDraft = {
      ...coverage,
      purpose: 'hotline',
      questionnaireHash: hash,
      parts: { [liuyin]: [team] },
    };
    expect(missingIn(hotline).map(({ what }) => what)).toEqual(['cases']);
    expect(missingIn({ ...hotline, cases: [one] }).map(({ what }) => what)).toEqual(['caseDoors']);
    const { doors: _, door: __, ...sent } = one;
    expect(bodyOf({ ...hotline, cases: [one] })).toMatchObject({
      questionnaireHash: null,
      scope: { communityIds: [liuyin, nanqiao] },
      cases: [{ ...sent, householdId: null }],
    });
    expect(bodyOf({ ...hotline, cases: [one] })?.scope).not.toHaveProperty('parts');
  });

  it('an assessor’s round needs no team, and sends none that was chosen before', () => {
    const assessed: RoundDraft = {
      ...coverage,
      purpose: 'measurement',
      sampleSizes: { [liuyin]: 80, [nanqiao]: 80 },
      questionnaireHash: hash,
      assessorId: team,
    };
    expect(missingIn({ ...assessed, teamIds: [] })).toEqual([]);
    expect(bodyOf(assessed)).toMatchObject({ teamIds: [], assessorId: team });
    expect(bodyOf({ ...assessed, purpose: 'coverage' })).toMatchObject({ teamIds: [team], assessorId: null });
  });

  it('a measurement round needs a questionnaire and a sample in every community', () => {
    const measured: RoundDraft = { ...coverage, purpose: 'measurement', sampleSizes: { [liuyin]: 80 } };
    expect(missingIn(measured).map((one) => one.what)).toEqual(['sampleSizes', 'questionnaire']);
  });

  it('reserves that a draft came with are sent back with it, by a measurement only', () => {
    const reserves = { replicates: 2, size: 20 };
    const measured: RoundDraft = {
      ...{ ...coverage, purpose: 'measurement', reserves },
      sampleSizes: { [liuyin]: 80, [nanqiao]: 80 },
    };
    expect(bodyOf(measured)?.scope.reserves).toEqual(reserves);
    expect(bodyOf({ ...measured, purpose: 'coverage' })?.scope).toEqual({ communityIds: [liuyin, nanqiao] });
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

  it('where less than a grid would be asked, the scope is to be changed', () => {
    expect(missingIn(coverage, { belowGrid: '柳荫社区' })).toEqual([
      { step: 'scope', what: 'belowGrid', names: '柳荫社区' },
    ]);
  });

  it('a community without a team is missing, besides others that have one', () => {
    expect(missingIn(coverage, { withoutTeam: '南桥社区' })).toEqual([
      { step: 'teams', what: 'communityTeams', names: '南桥社区' },
    ]);
    expect(missingIn({ ...coverage, teamIds: [] }, { withoutTeam: '柳荫社区、南桥社区' })).toEqual([
      { step: 'teams', what: 'teams' },
    ]);
  });

  it('a deadline before the start is no window', () => {
    const wrong = { ...coverage, startsOn: '2026-11-20', deadline: '2026-11-19' };
    expect(missingIn(wrong)).toEqual([{ step: 'dates', what: 'dates' }]);
  });
});

describe('a new round begins with a visit form', () => {
  const version = (of: string, number: number, publishedAt: string, retired = false) => ({
    ...{ hash: of.repeat(64), number, publishedAt, retired, title: { default: '走访记录表' } },
    ...{ authorName: null, publisherName: null },
  });
  const form = (kind: 'visitForm' | 'questionnaire', versions: ReturnType<typeof version>[]) => ({
    ...{ id: liuyin, kind, versions, title: { default: '走访记录表' } },
    ...{ hasDraft: false, authorId: null, authorName: null, draftSavedAt: null },
  });
  const builtIn = form('visitForm', [version('a', 1, '2026-01-01T00:00:00Z')]);

  it('the newest version of what was published last', () => {
    const own = form('visitForm', [
      version('c', 2, '2026-03-01T00:00:00Z'),
      version('b', 1, '2026-02-01T00:00:00Z'),
    ]);
    expect(usualVisitForm([builtIn])).toBe('a'.repeat(64));
    expect(usualVisitForm([builtIn, own])).toBe('c'.repeat(64));
  });

  it('never a retired one, nor a questionnaire, and none while they are being read', () => {
    const retired = form('visitForm', [version('d', 1, '2026-04-01T00:00:00Z', true)]);
    const asked = form('questionnaire', [version('e', 1, '2026-04-01T00:00:00Z')]);
    expect(usualVisitForm([retired, asked, builtIn])).toBe('a'.repeat(64));
    expect(usualVisitForm([])).toBeNull();
  });
});
