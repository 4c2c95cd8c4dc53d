/**
 * Keeps what residents and offices have typed from being run by the spreadsheet that opens an export.
 *
 * Excel and WPS take a cell for a formula by its first sign; with some input methods set, the full-width forms
 * count as well, and blanks in front are skipped. An apostrophe in front makes it text; our import takes it off.
 */
const startsLikeFormula = /^[\u0020\u00A0\u200B-\u200F\u3000\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−|%\t\r\n]/;
/** Not allowed in XML 1.0, nor of use in a table; lone halves of a surrogate pair neither. */
const unprintable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text that no spreadsheet program runs. */
export function guardFormula(text: string): string {
  const printable = text.replace(unprintable, '');
  return startsLikeFormula.test(printable) ? `'${printable}` : printable;
}
