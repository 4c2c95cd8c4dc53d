import { readFileSync } from 'node:fs';
import path from 'node:path';
import { must } from '@huhudao/domain';
import type { FileBody, Locale } from '@huhudao/protocol';
import { renderPdf } from '../typst.ts';
import { paperFormWords } from './paper-form.words.ts';

const template = readFileSync(path.join(import.meta.dirname, 'paper-form.typ'), 'utf8');

export type PaperFormContent = { language: Locale; number: number; hash: string; definition: unknown };

/**
 * A form to be asked without a tablet. It has no room for a name or a door: whose answers these are is not written
 * beside them. Its version stands on each page, for whoever reads the answers later.
 */
export async function composePaperForm(content: PaperFormContent): Promise<FileBody> {
  const { language, number, hash, definition } = content;
  const words = paperFormWords[language];
  const { paperForm, readDraft } = await import('@huhudao/questionnaire/authoring');
  const form = paperForm(must(readDraft(definition), 'a published form'), language);
  const bytes = renderPdf(template, {
    ...form,
    language: language === 'zh-CN' ? 'zh' : 'en',
    filledIn: words.filledIn,
    dayParts: words.dayParts,
    version: `${words.version(number)} · ${hash.slice(0, 12)}`,
  });
  const name = words.fileName(form.title.replaceAll(/[\\/:*?"<>|]/gu, ' '), number);
  return { name, type: 'application/pdf', bytes };
}
