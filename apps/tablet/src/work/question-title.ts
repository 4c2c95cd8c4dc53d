import type { Locale } from '@huhudao/protocol';
import { translationsOf } from '@huhudao/questionnaire';

/** What a question is called to whoever is asked, in the first of the forms that has it; null where none has. */
export function questionTitle(forms: readonly unknown[], name: string, locale: Locale): string | null {
  for (const form of forms) {
    const title = titleIn(form, name);
    if (title !== undefined) {
      const { zh, en } = translationsOf(title);
      return locale === 'en' ? (en ?? zh) : zh;
    }
  }
  return null;
}

type Title = Parameters<typeof translationsOf>[0];

/** Questions stand in pages and panels, at any depth. */
function titleIn(part: unknown, name: string): Title | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('name' in part && part.name === name && 'title' in part && isTitle(part.title)) return part.title;
  for (const inner of Object.values(part)) {
    const title = titleIn(inner, name);
    if (title !== undefined) return title;
  }
  return undefined;
}

function isTitle(value: unknown): value is Title {
  if (typeof value === 'string') return true;
  return (
    typeof value === 'object' && value !== null && 'default' in value && typeof value.default === 'string'
  );
}
