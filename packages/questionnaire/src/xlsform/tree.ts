import { typeWords } from './types.ts';
import type { Row } from './table.ts';

/** The survey sheet as it nests. */
export type Node =
  | { kind: 'item' | 'note'; row: Row }
  | { kind: 'group' | 'repeat'; row: Row; children: Node[] };

/** Groups end where they say so; one that never does ends with the form. */
export function treeOf(rows: readonly Row[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [];
  for (const row of rows) {
    const [word] = typeWords(row);
    const siblings = open.at(-1) ?? root;
    const begun = /^begin_(group|repeat)$/.exec(word)?.[1];
    if (begun === 'group' || begun === 'repeat') {
      const children: Node[] = [];
      siblings.push({ kind: begun, row, children });
      open.push(children);
    } else if (/^end_(group|repeat)$/.test(word)) open.pop();
    else if (word !== '') siblings.push({ kind: word === 'note' ? 'note' : 'item', row });
  }
  return root;
}

/** Everything below a node that is asked, in reading order. */
export function itemsBelow(node: Node): Row[] {
  if ('children' in node) return node.children.flatMap(itemsBelow);
  return node.kind === 'item' ? [node.row] : [];
}
