import { describe, expect, it } from 'vitest';
import { parseDefinition } from './definition-text.ts';

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
