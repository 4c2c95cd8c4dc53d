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

  it('come back as they were written by this version', () => {
    expect(fromVersioned('draft', toVersioned('draft', { step: 'present' }))).toEqual({ step: 'present' });
  });
});
