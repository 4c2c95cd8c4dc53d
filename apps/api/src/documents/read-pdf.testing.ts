/** What stands in a PDF and where, read back. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export async function readPdf(bytes: Uint8Array<ArrayBuffer>) {
  const plain = new TextDecoder('latin1').decode(bytes);
  // The reader keeps the bytes it is given.
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
    const [, , width = 0, height = 0] = page.view;
    pages.push({
      width: Math.round(width),
      height: Math.round(height),
      // Long words have places to break at between their letters.
      text: items
        .map(({ str }) => str)
        .join('')
        .replaceAll('\u{200B}', ''),
      /** Whatever is set outside the paper or runs over its edge. */
      outside: items.filter(({ str, transform, width: long }) => {
        const [x, y] = [Number(transform[4]), Number(transform[5])];
        return str.trim() !== '' && (x < 0 || y < 0 || x + long > width || y > height);
      }),
      /** The lowest line of the head and the highest of the foot would meet here: texts on top of one another. */
      lines: items
        .filter(({ str }) => str.trim() !== '')
        .map(({ str, transform }) => ({ str, y: Number(transform[5]) })),
    });
  }
  return {
    pages,
    fonts: new Set([...plain.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1])),
    described: plain.match(/\/FontDescriptor\b(?! \d)/g)?.length ?? 0,
    embedded: plain.match(/\/FontFile[23]? /g)?.length ?? 0,
  };
}
