import { usualWindows } from '@huhudao/domain';
import { describe, expect, it } from 'vitest';
import { bringUpToDate, fromVersioned, toVersioned, type Step } from './record-versions.ts';

const steps: Step[] = [(value) => [value, 'second'], (value) => [value, 'third']];

describe('records of older versions of the app', () => {
  it('are brought up to date one step at a time, whatever version wrote them', () => {
    expect(bringUpToDate(steps, { version: 1, value: 'first' })).toEqual([['first', 'second'], 'third']);
    expect(bringUpToDate(steps, { version: 2, value: 'second' })).toEqual(['second', 'third']);
    expect(bringUpToDate(steps, { version: 3, value: 'third' })).toBe('third');
  });

  it('of a newer version than this app are not guessed at', () => {
    expect(() => bringUpToDate(steps, { version: 4, value: 'fourth' })).toThrow('4');
    expect(() => bringUpToDate(steps, { version: 0, value: '' })).toThrow('0');
    expect(() => bringUpToDate(steps, 'nonsense')).toThrow();
  });

  it('version 1 of a draft, and of held work with one, corrects nothing and has shown no link', () => {
    const draft = { id: 'round:door', step: 'form', partialSent: false };
    const now = { ...draft, corrects: null, ownLink: null, ownTickets: [] };
    expect(fromVersioned('draft', { version: 1, value: draft })).toEqual(now);
    const held = { id: 'held', finishes: draft, leaves: null };
    expect(fromVersioned('held', { version: 1, value: held })).toEqual({ ...held, finishes: now });
  });

  it('version 2 of a draft keeps what it corrects', () => {
    const draft = { id: 'round:door', step: 'form', corrects: 'refused' };
    expect(fromVersioned('draft', { version: 2, value: draft })).toEqual({
      ...draft,
      ownLink: null,
      ownTickets: [],
    });
  });

  it('version 3 of a draft keeps its link, and knows of no ticket behind it', () => {
    const draft = { id: 'round:door', step: 'ownDevice', ownLink: 'https://huhudao.example.cn/answer/#link' };
    expect(fromVersioned('draft', { version: 3, value: draft })).toEqual({ ...draft, ownTickets: [] });
  });

  it('version 1 of pulled data knows the usual windows, and of no visits, quiet hours or yes', () => {
    const read = (row: object) => fromVersioned('reference', { version: 1, value: [row] });
    expect(read({ attemptsWanted: 3 })).toEqual([{ attemptsWanted: 3, windows: usualWindows, quiet: [] }]);
    expect(read({ attempts: 1 })).toEqual([{ attempts: 1, visits: [] }]);
    expect(read({ room: '301' })).toEqual([{ room: '301', quiet: [] }]);
    expect(read({ day: '2026-11-20', cancelled: false })).toEqual([
      { day: '2026-11-20', cancelled: false, accepted: false },
    ]);
    expect(read({ label: '1单元' })).toEqual([{ label: '1单元' }]);
  });

  it('come back as they were written by this version', () => {
    expect(fromVersioned('draft', toVersioned('draft', { step: 'present' }))).toEqual({ step: 'present' });
  });
});
