import { describe, expect, it } from 'vitest';
import type { RoundView } from '@huhudao/protocol';
import { copyOf } from './copy-round.ts';
import { bodyOf, emptyDraft } from './round-draft.ts';

const liuyin = '0190a000-0000-7000-8000-00000000000a';
const grid = '0190a000-0000-7000-8000-00000000000e';
const [standing, disbanded] = [
  '0190a000-0000-7000-8000-00000000000c',
  '0190a000-0000-7000-8000-00000000000d',
];
const [form, asked, retired] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

const former: RoundView = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: '10月模拟测评',
  purpose: 'measurement',
  state: 'closed',
  startsOn: '2026-10-01',
  deadline: '2026-10-31',
  attemptsWanted: 4,
  windows: [{ days: 'any', from: '18:30', until: '20:30' }],
  quiet: [{ from: '12:00', until: '14:00' }],
  questionnaireHash: asked,
  questionnaireTitle: null,
  visitFormHash: form,
  statement: '我们是街道的工作人员。',
  materials: ['告知单'],
  scope: {
    communityIds: [liuyin],
    parts: { [liuyin]: [grid] },
    sampleSizes: { [liuyin]: 80 },
    reserves: { replicates: 2, size: 10 },
  },
  teamIds: [standing, disbanded],
  ...{ assessorId: null, assessorName: null, releasedAt: null, programmeId: null },
  ...{ openedAt: null, closedAt: null, frameHash: 'd'.repeat(64), assigned: 80, settled: 80 },
};
const questionnaire = (hash: string, isRetired = false) => ({ versions: [{ hash, retired: isRetired }] });
const teams = [{ id: standing }];
const forms = [questionnaire(form), questionnaire(asked), questionnaire(retired, true)];

describe('a round copied from a former one', () => {
  it('has everything but its name, its dates and its draw', () => {
    const { name, startsOn, deadline } = emptyDraft();
    const copy = copyOf(former, { teams, forms });
    expect(copy).toMatchObject({
      name,
      startsOn,
      deadline,
      attemptsWanted: 4,
      windows: former.windows,
      quiet: former.quiet,
      statement: '我们是街道的工作人员。',
    });
    expect(bodyOf({ ...copy, name: '11月模拟测评' })).toMatchObject({
      purpose: 'measurement',
      scope: former.scope,
      questionnaireHash: asked,
      visitFormHash: form,
      materials: ['告知单'],
    });
    expect(JSON.stringify(copy)).not.toContain('d'.repeat(64));
  });

  it('leaves out teams that were disbanded and versions that were retired', () => {
    expect(copyOf(former, { teams, forms }).teamIds).toEqual([standing]);
    expect(copyOf(former, { teams: undefined, forms }).teamIds).toEqual([]);
    expect(copyOf({ ...former, questionnaireHash: retired }, { teams, forms }).questionnaireHash).toBeNull();
  });

  it('keeps its assessor, and not the team that was made for it', () => {
    const copy = copyOf({ ...former, assessorId: disbanded }, { teams, forms });
    expect(copy).toMatchObject({ assessorId: disbanded, teamIds: [] });
  });

  it('of a hotline round has neither its cases nor the communities they lie in', () => {
    const scope = { communityIds: [liuyin] };
    const copy = copyOf({ ...former, purpose: 'hotline', questionnaireHash: null, scope }, { teams, forms });
    expect(copy).toMatchObject({ purpose: 'hotline', cases: [], communityIds: [], teamIds: [standing] });
  });
});
