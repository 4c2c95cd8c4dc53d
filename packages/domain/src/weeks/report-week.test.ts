import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReportWeek, reportWeek, sheetStateOf, weekAt } from './report-week.ts';

describe('a week that is reported on', () => {
  it('runs from cut-off to cut-off, in Asia/Shanghai', () => {
    expect(reportWeek('2026-11-11')).toEqual({
      week: '2026-11-11',
      since: '2026-11-04T12:00:00.000Z',
      dueAt: '2026-11-11T12:00:00.000Z',
      next: { from: '2026-11-12', until: '2026-11-18' },
    });
  });

  it('is on the desk through its Wednesday, the next one from Thursday on', () => {
    expect(weekAt('2026-11-11T15:59:59.000Z')).toBe('2026-11-11');
    expect(weekAt('2026-11-11T16:00:00.000Z')).toBe('2026-11-18');
  });

  it('is a Wednesday within seven days, whenever one asks', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const week = weekAt(at.toISOString());
        expect(isReportWeek(week)).toBe(true);
        const ahead = Date.parse(`${week}T24:00:00+08:00`) - at.getTime();
        expect(ahead > 0 && ahead <= 7 * 86_400_000).toBe(true);
      }),
    );
  });
});

describe('a sheet', () => {
  const week = reportWeek('2026-11-11');
  const at = (firstSubmittedAt: string, withdrawn = false) =>
    sheetStateOf(week, { firstSubmittedAt, withdrawn }, '2026-11-13T00:00:00.000Z');

  it('is open until it is due and missing afterwards', () => {
    expect(sheetStateOf(week, null, week.dueAt)).toBe('open');
    expect(sheetStateOf(week, null, '2026-11-11T12:00:00.001Z')).toBe('missing');
  });

  it('is late where it first came after that, however often it was corrected; withdrawn is said', () => {
    expect(at('2026-11-11T12:00:00.000Z')).toBe('submitted');
    expect(at('2026-11-12T01:00:00.000Z')).toBe('late');
    expect(at('2026-11-11T12:00:00.000Z', true)).toBe('withdrawn');
  });
});
