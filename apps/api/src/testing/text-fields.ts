/** Finds in a schema every place where somebody could put a text, and makes values that fit the rest of it. */
import { z } from 'zod';
import { newId } from '@huhudao/protocol';

/** JSON Schema as zod writes it, as far as the contract uses it. */
type Schema = {
  type?: string;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  propertyNames?: Schema;
  items?: Schema;
  anyOf?: Schema[];
};

/** A place in a body: keys and indexes from the top. */
export type Path = readonly string[];
export type TextField = {
  path: Path;
  /** The text is the name of a key, not a value. */
  isKey: boolean;
  /** Whatever somebody types: not one of a list of words, and no id, date or hash. */
  free: boolean;
  /** What stands under a key that is made. */
  value?: Schema;
};

/** The key under which a value is put where any key will do. */
const anyKey = 'key';

export function readSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** Every place of a schema that takes a text, free or not. What is not said any further takes anything. */
export function textFieldsOf(schema: Schema, path: Path = []): TextField[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((one) => textFieldsOf(one, path));
  if (schema.type === 'string') return [{ path, isKey: false, free: isFree(schema) }];
  if (schema.type === undefined && schema.enum === undefined) return [{ path, isKey: false, free: true }];
  if (schema.type === 'array')
    return schema.items === undefined ? [] : textFieldsOf(schema.items, [...path, '0']);
  if (schema.type !== 'object') return [];
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
    textFieldsOf(inner, [...path, key]),
  );
  const { additionalProperties: others, propertyNames: names = {} } = schema;
  if (others === undefined || others === false) return named;
  const key = { path: [...path, anyKey], isKey: true, free: isFree(names), value: others };
  return [...named, key, ...textFieldsOf(others, [...path, anyKey])];
}

const isFree = ({ enum: words, format, pattern }: Schema): boolean =>
  words === undefined && format === undefined && pattern === undefined;

/** A value that fits; what is not required is left out. Ids are looked up by the name of their key. */
export function sampleOf(schema: Schema, ids: (name: string) => string | undefined, name = ''): unknown {
  const { anyOf, enum: words, type } = schema;
  if (anyOf !== undefined) return sampleOf(anyOf[0] ?? {}, ids, name);
  if (words !== undefined) return words[0];
  if (type === 'string') return sampleText(schema, ids(name));
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0.5;
  if (type === 'array')
    return schema.minItems === undefined ? [] : [sampleOf(schema.items ?? {}, ids, name.replace(/s$/, ''))];
  const entries = (schema.required ?? []).map((key): [string, unknown] => [
    key,
    sampleOf(schema.properties?.[key] ?? {}, ids, key),
  ]);
  return Object.fromEntries(entries);
}

function sampleText({ format, pattern = '' }: Schema, known: string | undefined): string {
  if (known !== undefined) return known;
  if (format === 'uuid') return newId();
  if (format === 'date') return '2026-11-12';
  if (format === 'date-time') return '2026-11-10T02:00:00.000Z';
  if (pattern.includes('[0-5]\\d$')) return '10:00';
  return pattern.includes('{64}') ? 'a'.repeat(64) : 'text';
}

/** The same body with a text at one place of it; what stands above the place is made where it is missing. */
export function withText(body: unknown, field: TextField, text: string): unknown {
  const [key, ...rest] = field.path;
  if (key === undefined) return text;
  const here = typeof body === 'object' && body !== null ? body : key === '0' ? [] : {};
  if (field.isKey && rest.length === 0) {
    const { [key]: value, ...others } = here as Record<string, unknown>;
    return { ...others, [text]: value ?? sampleOf(field.value ?? {}, () => undefined) };
  }
  const inner = withText((here as Record<string, unknown>)[key], { ...field, path: rest }, text);
  return Array.isArray(here) ? [inner, ...here.slice(1)] : { ...here, [key]: inner };
}
