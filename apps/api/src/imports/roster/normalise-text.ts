/**
 * One spelling for what people type: full-width and half-width, spaces, invisible signs.
 *
 * Every function here is idempotent: a value that was imported, exported and imported again stays as it is.
 */

/** Controls, zero-width signs and marks of writing direction: invisible, and they make equal texts differ. */
const invisible =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Put before a cell by our own exports, so that a spreadsheet does not take it for a formula. */
const guard = /^'+(?=[=+\-@＝＋－＠])/;
const fullWidthSign = /[０-９Ａ-Ｚａ-ｚ]/g;
const chineseSign = String.raw`[\p{Script=Han}·]`;
const spaceBetweenChinese = new RegExp(`(?<=${chineseSign})\\s+(?=${chineseSign})`, 'gu');
const placeholder = /^(?:[-—–_/\\.。、*]+|无|暂无|没有|不详|未知|空白|n\/?a|none|null)$/i;

/** Applies `step` until nothing changes any more: taking one thing away may bring another to light. */
export function settle(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : settle(next, step);
}

/** Free text: digits and letters half-width, one space for any run of blanks. */
export function tidyText(text: string): string {
  return settle(text, (given) =>
    given
      .replace(invisible, '')
      .replace(fullWidthSign, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/\s+/g, ' ')
      .trim()
      .replace(guard, ''),
  );
}

/** The name of a community, compound or grid: compatibility forms resolved (Unicode NFKC), no blanks between Chinese. */
export function tidyPlaceName(text: string): string {
  return settle(text, (given) => tidyName(given.normalize('NFKC')));
}

/** A numbered place: compatibility forms resolved (Unicode NFKC), no blanks, capital letters. */
export function tidyLabel(text: string): string {
  return settle(text, (given) => tidyText(given).normalize('NFKC').replace(/\s+/g, '').toUpperCase());
}

/** A person's name: `黄 娜` is 黄娜, `阿依古丽•买买提` has one kind of dot, `John  Smith` keeps its space. */
export function tidyName(text: string): string {
  return settle(text, (given) =>
    tidyText(given)
      .replace(/[•・∙⋅‧●]/g, '·')
      .replace(spaceBetweenChinese, ''),
  );
}

/** `/`, `无`, `—`: what people type to say that there is nothing to type. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
