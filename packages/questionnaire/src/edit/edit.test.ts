import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileQuestions } from '../compiled/compile.ts';
import { readDraft } from '../check/structure.ts';
import { check } from '../check/check.ts';
import { questionsInCondition } from '../conditions/condition.types.ts';
import { parseCondition } from '../conditions/parse.ts';
import { definitionSchema } from '../definition/definition.schema.ts';
import type { Definition } from '../definition/definition.schema.ts';
import { questionsOf } from '../definition/walk.ts';
import { questionnaire } from '../forms/questionnaire.ts';
import { shortForm } from '../forms/short-form.ts';
import { must } from '@huhudao/domain';
import { drawForm } from '../testing/draw.ts';
import type { Draw } from '../testing/draw.ts';
import { both, compiledFormOf, formOf, multiple, single } from '../testing/forms.ts';
import { record, redo, startHistory, undo } from './history.ts';
import { asKind, itemKinds, kindOf, newIndicatorItem, newItem, newPanel, withIndicator } from './items.ts';
import { move, step } from './move.ts';
import { freshName } from './names.ts';
import { addPage, duplicate, insert, remove } from './parts.ts';
import { isQuestion, partAt, pathOf, placeOf, placesOf } from './place.ts';
import type { Edited, Place } from './place.ts';
import { renamed, withCodeRenamed } from './rename.ts';
import { withWords } from './texts.ts';

function drawDefinition(draw: Draw): Definition {
  const compileOne = (element: object) =>
    must(compiledFormOf({ ...element, visibleIf: undefined }).questions[0], 'question');
  return definitionSchema.parse(drawForm(draw, compileOne));
}

function drawPlace(draw: Draw, definition: Definition): Place {
  return draw(fc.constantFrom, ...placesOf(definition), []);
}

/** One thing an author might do, anywhere. */
function drawEdit(draw: Draw, definition: Definition): Edited {
  const place = drawPlace(draw, definition);
  switch (draw(fc.integer, { min: 0, max: 8 })) {
    case 0:
      return addPage(definition, place[0] ?? 0);
    case 1:
      return insert(definition, newItem(definition, draw(fc.constantFrom, ...itemKinds)), place);
    case 2:
      return insert(definition, newPanel(definition), place);
    case 3:
      return duplicate(definition, place);
    case 4:
      return remove(definition, place);
    case 5:
      return move(definition, place, drawPlace(draw, definition));
    case 6:
      return step(definition, place, draw(fc.constantFrom, 'up', 'down'));
    case 7:
      return { definition: renamed(definition, place, freshName(definition, 'renamed')), place };
    default:
      return insert(definition, newIndicatorItem(definition, 'support'), place);
  }
}

const namesOf = (definition: Definition): string[] =>
  placesOf(definition).map((place) => must(partAt(definition, place), 'part').name);

describe('whatever an author does', () => {
  test('the form stays one the editor can read, with names told apart, and says where it is', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        let definition = drawDefinition(draw);
        for (let count = 0; count < 12; count += 1) {
          const before = JSON.stringify(definition);
          const edited = drawEdit(draw, definition);
          expect(JSON.stringify(definition)).toBe(before);
          expect(readDraft(edited.definition)).toEqual(edited.definition);
          expect(new Set(namesOf(edited.definition)).size).toBe(namesOf(edited.definition).length);
          if (edited.place.length > 0) expect(partAt(edited.definition, edited.place)).toBeDefined();
          ({ definition } = edited);
        }
      }),
    );
  });

  test('undo gives back exactly what was, and redo exactly what was undone', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const documents = [drawDefinition(draw)];
        let history = startHistory(must(documents[0], 'document'));
        for (let count = 0; count < 8; count += 1) {
          const { definition } = drawEdit(draw, history.present);
          if (definition === history.present) continue;
          history = record(history, definition);
          documents.push(definition);
        }
        for (const document of documents.toReversed()) {
          expect(history.present).toEqual(document);
          history = undo(history);
        }
        for (const document of documents) {
          expect(history.present).toEqual(document);
          history = redo(history);
        }
      }),
    );
  });
});

describe('moving', () => {
  test('loses nothing and doubles nothing', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const definition = drawDefinition(draw);
        const from = drawPlace(draw, definition);
        const moved = draw(fc.boolean)
          ? move(definition, from, drawPlace(draw, definition))
          : step(definition, from, draw(fc.constantFrom, 'up', 'down'));
        const parts = (form: Definition) => questionsOf(form).map(({ question }) => JSON.stringify(question));
        expect(parts(moved.definition).toSorted()).toEqual(parts(definition).toSorted());
        expect(namesOf(moved.definition).toSorted()).toEqual(namesOf(definition).toSorted());
        expect(partAt(moved.definition, moved.place)?.name).toBe(partAt(definition, from)?.name);
      }),
    );
  });

  test('step by step, an item comes from the first place of a form to its last, through every panel', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => single(name, ['yes', 'no']));
    const panel = { type: 'panel', name: 'box', elements: [b] };
    const start = definitionSchema.parse({
      title: both('表'),
      pages: [
        { name: 'one', elements: [a, panel] },
        { name: 'two', elements: [c] },
      ],
    });
    const seen: string[] = [];
    let edited: Edited = { definition: start, place: [0, 0] };
    for (let count = 0; count < 8; count += 1) {
      seen.push(edited.place.join('.'));
      edited = step(edited.definition, edited.place, 'down');
    }
    expect(seen).toEqual(['0.0', '0.0.0', '0.0.1', '0.1', '1.0', '1.1', '1.1', '1.1']);
    for (let count = 0; count < 8; count += 1) edited = step(edited.definition, edited.place, 'up');
    expect(edited).toEqual({ definition: start, place: [0, 0] });
  });

  test('a panel does not go into a panel, nor a page into a page', () => {
    const box = (name: string) => ({ type: 'panel', name, elements: [single(`${name}q`, ['yes', 'no'])] });
    const form = definitionSchema.parse(formOf(box('one'), box('two')));
    expect(move(form, [0, 0], [0, 1, 0]).definition).toBe(form);
    expect(step(form, [0, 0], 'down').place).toEqual([0, 1]);
    expect(move(form, [0], [0, 1]).definition).toBe(form);
  });
});

describe('renaming', () => {
  const form = definitionSchema.parse(
    formOf(
      single('who', ['alone', 'family']),
      multiple('topics', ['lift', 'noise']),
      single('later', ['yes', 'no'], {
        visibleIf: "{who} = 'alone' and ({topics} anyof ['lift', 'noise'] or {who} empty)",
      }),
      single('loose', ['yes', 'no'], { visibleIf: '{who' }),
    ),
  );
  const conditionOf = (definition: Definition) => questionsOf(definition)[2]?.question.visibleIf;

  test('an item is renamed in the conditions that refer to it, and nowhere else', () => {
    const changed = renamed(form, [0, 0], 'home');
    expect(conditionOf(changed)).toBe(
      "{home} = 'alone' and ({topics} anyof ['lift', 'noise'] or {home} empty)",
    );
    expect(questionsOf(changed)[3]?.question.visibleIf).toBe('{who');
    expect(renamed(form, [0, 2], 'other').pages[0]?.elements[2]).toMatchObject({
      visibleIf: conditionOf(form),
    });
  });

  test('so is a code, in comparisons with its own item', () => {
    const changed = withCodeRenamed(form, [0, 1], { list: 'choices', index: 0, code: 'elevator' });
    expect(conditionOf(changed)).toContain("['elevator', 'noise']");
    const other = withCodeRenamed(form, [0, 0], { list: 'choices', index: 0, code: 'single' });
    expect(conditionOf(other)).toContain("{who} = 'single'");
  });

  test('a form whose conditions were sound has sound conditions afterwards', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const definition = drawDefinition(draw);
        const places = placesOf(definition).filter((place) => isQuestion(partAt(definition, place)));
        const place = draw(fc.constantFrom, ...places);
        const changed = renamed(definition, place, 'renamed');
        expect(compileQuestions(changed)).toEqual(
          JSON.parse(
            JSON.stringify(compileQuestions(definition)).replaceAll(
              `"${must(partAt(definition, place), 'part').name}"`,
              '"renamed"',
            ),
          ),
        );
      }),
    );
  });
});

describe('a copy', () => {
  test('of a panel refers to its own items, and is not the headline item a second time', () => {
    const inside = [
      single('who', ['alone', 'family']),
      single('more', ['yes', 'no'], { visibleIf: "{who} = 'alone'" }),
    ];
    const form = definitionSchema.parse(formOf({ type: 'panel', name: 'box', elements: inside }));
    const { definition, place } = duplicate(form, [0, 0]);
    expect(place).toEqual([0, 1]);
    const parsed = parseCondition(must(questionsOf(definition)[3]?.question.visibleIf, 'condition'));
    expect(parsed.ok && questionsInCondition(parsed.condition)).toEqual(['who1']);
    expect(check(definition, { kind: 'visitForm' })).toEqual([]);

    const twice = duplicate(questionnaire, [0, 0]);
    expect(partAt(twice.definition, twice.place)).not.toHaveProperty('headline');
  });
});

describe('items', () => {
  test('every kind can be made, and made into every other without losing its title', () => {
    const form = definitionSchema.parse(formOf(single('a', ['yes', 'no'])));
    for (const kind of itemKinds) {
      const item = { ...newItem(form, kind), title: both('题目') };
      expect(kindOf(item)).toBe(kind);
      for (const other of itemKinds) {
        const changed = asKind(item, other);
        expect(kindOf(changed)).toBe(other);
        expect(changed).toMatchObject({ name: item.name, title: both('题目') });
        const { definition } = insert(form, changed, [0, 1]);
        expect(readDraft(definition)).toEqual(definition);
      }
    }
  });

  test('a new single choice has a way to say "I cannot say"', () => {
    expect(newItem(shortForm, 'radiogroup')).toMatchObject({
      choices: [{ value: 'choice1' }, { value: 'choice2' }, { value: 'cannotSay' }],
    });
  });

  test('an item counted towards an indicator counts as is usual', () => {
    const item = newItem(shortForm, 'radiogroup');
    if (item.type !== 'radiogroup') throw new Error('a radiogroup was asked for');
    const written = { ...item, choices: [{ value: 'know', text: both('知道') }, ...item.choices.slice(2)] };
    expect(withIndicator(written, 'awareness').choices).toMatchObject([
      { value: 'know', counts: 'favourable' },
      { value: 'cannotSay' },
    ]);
    const usual = withIndicator(item, 'satisfaction');
    expect(usual.choices).toHaveLength(6);
    const none = withIndicator({ ...usual, headline: true }, undefined);
    expect(none).not.toHaveProperty('headline');
    expect(none.choices[0]).not.toHaveProperty('counts');
  });
});

test('a finding leads to the part it is about', () => {
  for (const place of placesOf(questionnaire)) {
    expect(placeOf(`${pathOf(place)}.title`)).toEqual(place);
  }
  expect(placeOf('')).toEqual([]);
});

test('typing on in the same field is undone at once', () => {
  const typed = ['', '你', '你好', '你好吗'].reduce<ReturnType<typeof startHistory<string>>>(
    (history, text) => record(history, text, 'title'),
    startHistory('x'),
  );
  expect(undo(typed).present).toBe('x');
  expect(undo(record(typed, '另一处', 'other')).present).toBe('你好吗');
});

test('both languages of a text are written apart', () => {
  expect(withWords('标题', 'en', 'Title')).toEqual({ default: '标题', en: 'Title' });
  expect(withWords({ default: 'Title', 'zh-cn': '标题' }, 'zh', '新')).toEqual({
    default: '新',
    en: 'Title',
  });
  expect(withWords({ default: '标题', en: 'Title' }, 'en', '')).toEqual({ default: '标题' });
});
