import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { must } from '@huhudao/domain';

type Node = ReturnType<typeof syntaxTree>['topNode'];
type Range = { from: number; to: number };

/** A moment to read a long text in; what is behind that is not marked. */
const patience = 200;

/**
 * Where a path such as `pages[0].elements[2].name` stands in the text, as far as the text has it: the first line of it,
 * so that a whole page is not underlined.
 */
export function placeInText(state: EditorState, path: string): Range {
  const tree = ensureSyntaxTree(state, state.doc.length, patience) ?? syntaxTree(state);
  let node = tree.topNode.firstChild ?? tree.topNode;
  for (const step of path.split(/[.[\]]+/).filter((one) => one !== '')) {
    const next = node.name === 'Array' ? valuesIn(node)[Number(step)] : valueOf(state, node, step);
    if (next === undefined) break;
    node = next;
  }
  return { from: node.from, to: Math.min(node.to, state.doc.lineAt(node.from).to) };
}

const valueNames: ReadonlySet<string> = new Set([
  'Object',
  'Array',
  'String',
  'Number',
  'True',
  'False',
  'Null',
]);

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

const valuesIn = (node: Node): Node[] => childrenOf(node).filter(({ name }) => valueNames.has(name));

function valueOf(state: EditorState, node: Node, key: string): Node | undefined {
  const property = childrenOf(node).find((child) => {
    const name = child.getChild('PropertyName');
    return name !== null && state.sliceDoc(name.from, name.to) === JSON.stringify(key);
  });
  return property === undefined ? undefined : must(valuesIn(property)[0] ?? property, 'a property');
}
