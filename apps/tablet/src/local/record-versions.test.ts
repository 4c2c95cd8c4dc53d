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

  it('version 1 of a draft, and of held work with one, corrects nothing and has no link', () => {
    const draft = { id: 'round:door', step: 'form', partialSent: false };
    const now = { ...draft, corrects: null, ownLink: null };
    expect(fromVersioned('draft', { version: 1, value: draft })).toEqual(now);
    const held = { id: 'held', finishes: draft, leaves: null };
    expect(fromVersioned('held', { version: 1, value: held })).toEqual({ ...held, finishes: now });
  });

  it('version 2 of a draft keeps what it corrects', () => {
    const draft = { id: 'round:door', step: 'form', corrects: 'refused' };
    expect(fromVersioned('draft', { version: 2, value: draft })).toEqual({ ...draft, ownLink: null });
  });

  it('come back as they were written by this version', () => {
    expect(fromVersioned('draft', toVersioned('draft', { step: 'present' }))).toEqual({ step: 'present' });
  });
});
