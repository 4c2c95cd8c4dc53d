/** Reads whole numbers as rosters write them: 12, 十二, 一二〇三, 廿三, 一百零二. */

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  ['〇零', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    Array.from(signs, (sign) => [sign, value]),
  ),
);

/** The signs a Chinese number is written with, for use inside a character class. */
export const numeralSigns = '〇零一二两三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾佰';

const arabic = /^\d{1,9}$/;
const digitByDigit = /^[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖]+$/;
const upToHundreds = /^(?:(.)百)?零?(?:(.)?十)?(.)?$/;

/** Null when the whole text is not one number below 1,000,000,000. */
export function readNumber(text: string): number | null {
  if (arabic.test(text)) return Number(text);
  if (digitByDigit.test(text)) {
    return text.length > 9 ? null : Number(Array.from(text, (sign) => digits[sign]).join(''));
  }
  const written = text.replace('廿', '二十').replace('卅', '三十').replace('拾', '十').replace('佰', '百');
  const parts = upToHundreds.exec(written);
  if (!parts || written === '') return null;
  const [, hundreds, tens, ones] = parts;
  const values = [digit(hundreds, 0), written.includes('十') ? digit(tens, 1) : 0, digit(ones, 0)];
  const [h, t, o] = values;
  return h === undefined || t === undefined || o === undefined ? null : h * 100 + t * 10 + o;
}

function digit(sign: string | undefined, whenAbsent: number): number | undefined {
  return sign === undefined ? whenAbsent : digits[sign];
}
