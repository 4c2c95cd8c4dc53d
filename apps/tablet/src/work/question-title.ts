import { z } from 'zod';
import type { Locale } from '@huhudao/protocol';
import { translationsOf } from '@huhudao/questionnaire';

const named = z.object({
  name: z.string(),
  title: z.union([
    z.string(),
    z.object({ default: z.string(), en: z.string().optional(), 'zh-cn': z.string().optional() }),
  ]),
});

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

type Title = z.infer<typeof named>['title'];

/** Questions stand in pages and panels, at any depth. */
function titleIn(part: unknown, name: string): Title | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const question = named.safeParse(part);
  if (question.success && question.data.name === name) return question.data.title;
  for (const inner of Object.values(part)) {
    const title = titleIn(inner, name);
    if (title !== undefined) return title;
  }
  return undefined;
}
