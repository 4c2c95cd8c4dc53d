import { describe, expect, it } from 'vitest';
import { offsetOf, parseDefinition, tidy } from './definition-text.ts';

describe('the text of a definition', () => {
  it('says what is wrong with text that is not JSON', () => {
    expect(parseDefinition('{\n  "title": ,\n}')).toMatchObject({
      ok: false,
      reason: expect.stringContaining(','),
    });
    expect(parseDefinition('{\n  "pages": [')).toMatchObject({ ok: false });
  });

  it('takes objects only', () => {
    expect(parseDefinition('[]')).toMatchObject({ ok: false });
    expect(parseDefinition('{"pages":[]}')).toEqual({ ok: true, definition: { pages: [] } });
  });
});

describe('the way from a finding to its line', () => {
  const text = tidy({
    pages: [
      {
        elements: [
          { name: 'one', title: '一' },
          { name: 'two', choices: ['name', 'b'] },
        ],
      },
    ],
  });
  const lineAt = (path: string): string | undefined => {
    const offset = offsetOf(text, path);
    return offset === undefined ? undefined : text.slice(offset).split('\n', 1)[0]?.trim();
  };

  it('leads to the value the path names, among others of the same name', () => {
    expect(lineAt('pages[0].elements[1].name')).toBe('"name": "two",');
    expect(lineAt('pages[0].elements[0].title')).toBe('"title": "一"');
    expect(lineAt('pages[0].elements[1].choices[1]')).toBe('"b"');
  });

  it('leads nowhere in a text that is not tidy, or along a path that is not there', () => {
    expect(offsetOf(text.replaceAll(' ', ''), 'pages[0].elements[0].name')).toBeUndefined();
    expect(offsetOf(text, 'pages[3].name')).toBeUndefined();
  });
});
