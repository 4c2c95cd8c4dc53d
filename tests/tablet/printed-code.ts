/** A phone's camera before a printed code. */
import type { Locator } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** What the code says, drawn as fine as a printer draws it. */
export async function scan(code: Locator): Promise<string> {
  const image = await code.evaluate(async (svg) => {
    const side = 600;
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(side));
    copy.setAttribute('height', String(side));
    const element = new Image();
    element.src = `data:image/svg+xml;base64,${btoa(copy.outerHTML.replaceAll(/[^\u0000-\u007F]/g, ''))}`;
    await element.decode();
    const drawing = new OffscreenCanvas(side, side).getContext('2d');
    drawing?.drawImage(element, 0, 0);
    return { width: side, height: side, data: [...(drawing?.getImageData(0, 0, side, side).data ?? [])] };
  });
  return decodeQR({ ...image, data: Uint8Array.from(image.data) });
}
