import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { placeInText } from './place-in-text.ts';

const form = {
  pages: [
    {
      elements: [
        { name: 'one', title: '一' },
        { name: 'two', choices: ['name', 'b'] },
      ],
    },
  ],
};

describe.each([
  ['tidy', JSON.stringify(form, null, 2)],
  ['on one line', JSON.stringify(form)],
])('where a finding stands in a text that is %s', (_, doc) => {
  const state = EditorState.create({ doc, extensions: [json()] });
  const said = (path: string): string => {
    const { from, to } = placeInText(state, path);
    return doc.slice(from, to);
  };

  it('is the value the path names, among others of the same name', () => {
    expect(said('pages[0].elements[1].name')).toBe('"two"');
    expect(said('pages[0].elements[0].title')).toBe('"一"');
    expect(said('pages[0].elements[1].choices[1]')).toBe('"b"');
  });

  it('is what has no such property, where it is missing', () => {
    expect(said('pages[0].elements[1].title').startsWith('{')).toBe(true);
    expect(placeInText(state, 'pages[3].name').from).toBe(doc.indexOf('['));
    expect(placeInText(state, '').from).toBe(0);
  });
});
