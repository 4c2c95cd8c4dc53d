/** Finds JavaScript that the oldest phones cannot read: whatever came into the language after ECMAScript 2018. */
import { parseAst } from 'vite';

type Node = Record<string, unknown> & { type: string; start: number; end: number };

/** What makes a node too new, by its type; Chrome 64 and iOS 12 read everything else. */
const newer: Record<string, (node: Node) => boolean> = {
  ChainExpression: () => true,
  LogicalExpression: ({ operator }) => operator === '??',
  AssignmentExpression: ({ operator }) => ['??=', '||=', '&&='].includes(String(operator)),
  CatchClause: ({ param }) => param === null,
  PropertyDefinition: () => true,
  PrivateIdentifier: () => true,
  StaticBlock: () => true,
  ExportAllDeclaration: ({ exported }) => exported !== null,
  Literal: ({ raw, bigint, regex }) =>
    typeof bigint === 'string' ||
    (isRegex(regex) ? hasNewPattern(regex) : typeof raw === 'string' && /^\d[\d.]*_/.test(raw)),
};

type Regex = { pattern: string; flags: string };

const isRegex = (value: unknown): value is Regex =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;

/** Chrome 64 knows looking behind, named groups and Unicode properties; iOS 12 knows no looking behind. */
const hasNewPattern = ({ pattern, flags }: Regex): boolean => /[dv]/.test(flags) || /\(\?<[=!]/.test(pattern);

/** Every place in a module that is too new, as the beginning of its source. */
export function newerSyntax(source: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isNode(value)) return;
    if (newer[value.type]?.(value) === true) found.push(source.slice(value.start, value.start + 80));
    Object.values(value).forEach(walk);
  };
  walk(parseAst(source).body);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
