/** Telephone numbers as rosters hold them: as text, as numbers, in scientific notation, two in one cell. */
import { tidyText } from './normalise-text.ts';

export interface ReadPhones {
  /** Valid numbers in the order written, each once: `13912345678`, `010-66554433`, `010-66554433-801`, `66554433`. */
  phones: string[];
  /** How many numbers the cell seems to hold, valid or not. */
  found: number;
}

const mobile = /^1[3-9]\d{9}$/;
/** Area code, number, extension. A number starts with 2 to 8: 0, 1 and 9 are for services. */
const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-8]\d{6,7})(-\d{1,6})?$/;
const local = /^[2-8]\d{6,7}$/;
const service = /^[48]00\d{7}$/;
const withCountry = /^(?:\+86|0086|86)-?(\d[\d-]{8,12})$/;
const scientific = /^\d(?:\.\d+)?[eE]\+?\d{1,2}$/;
const separators = /[/、,，;；\\|\n]|(?<=\d{7})\s+(?=\+?\d{7})/;

export function readPhones(cell: string | number): ReadPhones {
  const text = typeof cell === 'number' ? wholeNumber(cell) : tidyText(cell).normalize('NFKC');
  const written = scientific.test(text) ? wholeNumber(Number(text)) : text.replace(/\.0+$/, '');
  const pieces = new Set(written.split(separators).map(bare).filter(looksLikeNumber));
  const phones = new Set<string>();
  for (const piece of pieces) {
    const phone = readPhone(piece);
    if (phone !== null) phones.add(phone);
  }
  return { phones: [...phones], found: pieces.size };
}

/** Digits and hyphens: words (`手机`, `儿子`), blanks and brackets go, an extension keeps its hyphen. */
function bare(text: string): string {
  return text
    .replace(/转|分机|ext\.?/gi, '-')
    .replace(/[^\d+\-—–]/g, '')
    .replace(/[—–-]+/g, '-')
    .replace(/^-|-$/g, '');
}

function looksLikeNumber(piece: string): boolean {
  return piece.replace(/\D/g, '').length >= 5;
}

function readPhone(piece: string): string | null {
  const national = withCountry.exec(piece)?.[1];
  const digits = piece.replace(/-/g, '');
  const subscriber = national === undefined ? digits : national.replace(/-/g, '');
  if (mobile.test(subscriber)) return subscriber;
  if (service.test(digits) || local.test(digits)) return digits;
  const [, area, number, extension = ''] = landline.exec(landlineForm(piece, national)) ?? [];
  return area === undefined || number === undefined ? null : `${area}-${number}${extension}`;
}

/** Behind a country code the area code has lost its 0. */
function landlineForm(piece: string, national: string | undefined): string {
  const form = national === undefined ? piece : `0${national.replace(/^0/, '')}`;
  // Hyphens inside the number itself (010-6655-4433) are for reading only; three groups with 8 digits first are not.
  return landline.test(form) ? form : form.replace(/-/g, '');
}

/** 13912345678 for 1.3912345678E10; nothing for a number with a fraction. */
function wholeNumber(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : '';
}
