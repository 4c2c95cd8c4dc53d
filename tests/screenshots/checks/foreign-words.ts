import type { BrowserContext, Page, Response } from 'playwright-core';
import type { Locale } from '@huhudao/protocol';

/** Latin words that Chinese offices write as they are. */
const usualInChinese = new Set(
  'AAPOR RR COOP REF CON NC UH UO NE RR eU Wilson CSV XLSX xlsx csv Excel JSON PDF QR API HTTP HTTPS https SurveyJS XLSForm English Ctrl Alt Shift MB GB kB SHA CA Safari Windows macOS Linux Chrome Edge iPad iPhone Android HarmonyOS'.split(
    ' ',
  ),
);
/** The language switch names each language in its own words. */
const usualInEnglish = ['中文'];

/** The words of the other language in the interface's own labels. What the server sent is data, not a label. */
export class ForeignWords {
  readonly #data = new Set<string>();
  readonly #locale: Locale;

  constructor(context: BrowserContext, locale: Locale) {
    this.#locale = locale;
    context.on('response', (response) => void this.#hear(response));
  }

  async find(page: Page): Promise<string[]> {
    const shown = await page.evaluate(collectTexts);
    const data = [...this.#data].toSorted((a, b) => b.length - a.length);
    const found = new Set<string>();
    for (const { text, where } of shown) {
      const foreign = this.#foreignIn(text, data);
      if (foreign !== undefined) found.add(`${foreign} in ${where} "${text.slice(0, 80)}"`);
    }
    return [...found];
  }

  #foreignIn(text: string, data: readonly string[]): string | undefined {
    const foreign = this.#locale === 'en' ? /\p{Script=Han}+/gu : /[A-Za-z]{2,}/g;
    const usual = (words: readonly string[] | null) =>
      words?.every((word) => usualInChinese.has(word)) !== false;
    if (/^https?:/.test(text) || usual(text.match(foreign))) return undefined;
    let own = text;
    for (const known of [...usualInEnglish, ...data])
      if (own.includes(known)) own = own.replaceAll(known, ' ');
    const left = own.match(foreign);
    return usual(left) ? undefined : left?.join(' ');
  }

  async #hear(response: Response): Promise<void> {
    if (!(response.headers()['content-type'] ?? '').includes('json')) return;
    // A response of a page that has been left is gone; then there is nothing to learn from it.
    const body: unknown = await response.json().catch(() => null);
    this.#learn(body);
  }

  #learn(value: unknown): void {
    if (typeof value === 'string') {
      if (value.length > 1) this.#data.add(value);
      // The interface may show a part of a longer text, or set it in lines.
      for (const line of value.split('\n')) if (line.trim().length > 1) this.#data.add(line.trim());
    } else if (Array.isArray(value)) for (const one of value) this.#learn(one);
    else if (typeof value === 'object' && value !== null) this.#learnFields(value);
  }

  /** Of a text in two languages only the one on screen is data. */
  #learnFields(value: object): void {
    const fields = Object.entries(value);
    const inBoth = 'en' in value && ('default' in value || 'zh-cn' in value || 'zh-CN' in value);
    for (const [name, field] of fields) {
      if (inBoth && (name === 'en') !== (this.#locale === 'en')) continue;
      this.#learn(field);
    }
  }
}

/** Runs in the page, so it stands alone. Every text a person sees or has read out, but for what says it is foreign. */
function collectTexts(): { text: string; where: string }[] {
  const page = document.documentElement.lang;
  const collected: { text: string; where: string }[] = [];
  const isForeign = (element: Element) => {
    const language = element.closest('[lang]')?.getAttribute('lang');
    return language?.slice(0, 2).toLowerCase() !== page.slice(0, 2).toLowerCase();
  };
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !isForeign(element);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (
      parent === null ||
      text === '' ||
      parent.closest('script, style, code, pre, textarea, [translate="no"]') !== null
    )
      continue;
    if (shown(parent)) collected.push({ text, where: parent.tagName.toLowerCase() });
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'])
    for (const element of document.querySelectorAll(`[${name}]:not(.anticon)`)) {
      const text = element.getAttribute(name)?.trim() ?? '';
      if (text !== '' && shown(element)) collected.push({ text, where: name });
    }
  return collected;
}
