import { describe, expect, it } from 'vitest';
import { offsetOf, parseDefinition } from './definition-text.ts';

describe('the text of a definition', () => {
  it('tells line and column of what is not JSON', () => {
    expect(parseDefinition('{\n  "title": ,\n}')).toEqual({ ok: false, at: '2:12' });
  });

  it('tells the end where the text is cut off', () => {
    expect(parseDefinition('{\n  "pages": [')).toMatchObject({ ok: false, at: '2:13' });
  });

  it('takes objects only', () => {
    expect(parseDefinition('[]')).toEqual({ ok: false, at: '1:1' });
    expect(parseDefinition('{"pages":[]}')).toEqual({ ok: true, definition: { pages: [] } });
  });

  it('finds the question a finding speaks of', () => {
    const text = '{"elements":[{"type":"text","name":"other"},{"name" : "readHandbook"}]}';
    expect(text.slice(offsetOf(text, 'pages.awareness.readHandbook'))).toMatch(/^"name" : "readHandbook"/);
    expect(offsetOf(text, 'nothing')).toBeUndefined();
  });
});
