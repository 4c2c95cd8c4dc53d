/**
 * The part of XPath that XLSForm's `relevant` and `constraint` are mostly written in: comparisons, `and`, `or`,
 * functions, `${name}`, `.`, numbers and strings. Arithmetic and paths are not read.
 */
export type Expression =
  | { kind: 'binary'; op: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'answer'; name: string }
  | { kind: 'self' }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number };

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type BinaryOperator = 'and' | 'or' | Relation;

/** The expression; undefined where the text goes beyond that part. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length > longest) return undefined;
  const reader = new Reader(tokens);
  const expression = reader.joined('or');
  return reader.isAtEnd() ? expression : undefined;
}

/** Tokens. The reader recurses; at this length it cannot exhaust the stack. */
const longest = 600;

const token =
  /\s*(?:\$\{\s*([A-Za-z_][\w.-]*)\s*\}|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(<=|>=|!=|[=<>(),])|([A-Za-z][\w-]*)|(\.))/y;

type Token = { kind: 'answer' | 'text' | 'number' | 'sign' | 'word' | 'self'; value: string };

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const source = text.trim().replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const found = token.exec(source);
    if (found === null) return undefined;
    const [, answer, single, double, number, sign, word] = found;
    if (answer !== undefined) tokens.push({ kind: 'answer', value: answer });
    else if (single !== undefined || double !== undefined)
      tokens.push({ kind: 'text', value: single ?? double ?? '' });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'self', value: '.' });
  }
  return tokens;
}

const relations: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `and` binds closer than `or`; both from the left. */
  joined(op: 'and' | 'or'): Expression | undefined {
    const next = () => (op === 'or' ? this.joined('and') : this.#compared());
    let left = next();
    while (left !== undefined && this.#takes('word', op)) {
      const right = next();
      left = right === undefined ? undefined : { kind: 'binary', op, left, right };
    }
    return left;
  }

  #compared(): Expression | undefined {
    const left = this.#operand();
    const sign = this.#tokens[this.#at];
    if (left === undefined || sign?.kind !== 'sign' || !relations.includes(sign.value)) return left;
    this.#at += 1;
    const right = this.#operand();
    return right === undefined ? undefined : { kind: 'binary', op: sign.value as Relation, left, right };
  }

  #operand(): Expression | undefined {
    const first = this.#tokens[this.#at];
    if (first === undefined) return undefined;
    this.#at += 1;
    switch (first.kind) {
      case 'answer':
        return { kind: 'answer', name: first.value };
      case 'text':
        return { kind: 'text', value: first.value };
      case 'number':
        return { kind: 'number', value: Number(first.value) };
      case 'self':
        return { kind: 'self' };
      case 'word':
        return this.#call(first.value);
      case 'sign':
        return first.value === '(' ? this.#closed() : undefined;
    }
  }

  #closed(): Expression | undefined {
    const inside = this.joined('or');
    return this.#takes('sign', ')') ? inside : undefined;
  }

  #call(name: string): Expression | undefined {
    if (!this.#takes('sign', '(')) return undefined;
    const args: Expression[] = [];
    while (!this.#takes('sign', ')')) {
      if (args.length > 0 && !this.#takes('sign', ',')) return undefined;
      const arg = this.joined('or');
      if (arg === undefined) return undefined;
      args.push(arg);
    }
    return { kind: 'call', name, args };
  }

  #takes(kind: Token['kind'], value: string): boolean {
    const next = this.#tokens[this.#at];
    if (next?.kind !== kind || next.value !== value) return false;
    this.#at += 1;
    return true;
  }
}
