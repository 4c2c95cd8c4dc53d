import { pinyin } from 'pinyin-pro';

/**
 * The pinyin initials a name is searched by: 张建华 gives `zjh`, 单雄信 `sxx` (surnames are read as surnames).
 * Letters and digits are kept in lower case, everything else is left out.
 */
export function initialsOf(name: string): string {
  const firsts = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    mode: 'surname',
    surname: 'head',
  });
  return firsts
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
