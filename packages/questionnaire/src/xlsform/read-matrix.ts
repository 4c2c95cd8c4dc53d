import type { Question } from '../definition/definition.schema.ts';
import { Names } from './names.ts';
import { relevantOf, tell } from './read-item.ts';
import type { Reading } from './read-item.ts';
import { cellOf } from './table.ts';
import type { Row } from './table.ts';
import type { Node } from './tree.ts';
import { appearanceOf, typeOf } from './types.ts';

/**
 * A group that shows several items of one list as a table: `table-list` at the group, or `label` and `list-nolabel` at
 * its rows. Undefined for any other group, and for one whose rows have conditions of their own.
 */
export function readMatrix(
  reading: Reading,
  group: Extract<Node, { children: Node[] }>,
): Question | undefined {
  const rows = group.children.map(({ row }) => row);
  const asked = rows.filter((row) => !appearanceOf(row).includes('label'));
  const isTable =
    appearanceOf(group.row).includes('table-list') ||
    asked.every((row) => appearanceOf(row).includes('list-nolabel'));
  const list = reading.lists.get(sharedList(group.children) ?? '');
  if (!isTable || list === undefined || list.choices.length < 2 || asked.length === 0) return undefined;
  if (rows.some((row) => cellOf(row, 'relevant') !== '' || cellOf(row, 'constraint') !== ''))
    return undefined;
  const name = reading.names.fresh(cellOf(group.row, 'name'), 'q');
  if (name !== cellOf(group.row, 'name')) tell(reading, group.row, 'renamed', name);
  const words = (row: Row, longest: number) =>
    reading.words.words(row, 'label', 'survey', longest) ?? { default: '' };
  const isRequired = asked.every((row) => /^(yes|true)/i.test(cellOf(row, 'required')));
  const values = new Names();
  return {
    type: 'matrix',
    name,
    title: words(group.row, 1000),
    ...relevantOf(reading, group.row),
    rows: asked.map((row) => ({ value: values.fresh(ownName(row, group.row), 'r'), text: words(row, 200) })),
    columns: list.choices.map(({ value, text }) => ({ value, text })),
    ...(isRequired ? { eachRowRequired: true } : {}),
  };
}

/** Names are unique in the whole form there, so rows often begin with the name of their table. */
const ownName = (row: Row, group: Row): string =>
  cellOf(row, 'name').replace(`${cellOf(group, 'name')}_`, '');

/** The list that every child asks one choice of. */
function sharedList(children: readonly Node[]): string | undefined {
  const lists = new Set(
    children.map((child) => {
      const type = child.kind === 'item' ? typeOf(child.row) : undefined;
      const isPlain =
        type !== undefined && 'asks' in type && type.asks === 'radiogroup' && type.orOther !== true;
      return isPlain ? type.list : undefined;
    }),
  );
  return lists.size === 1 ? [...lists][0] : undefined;
}
