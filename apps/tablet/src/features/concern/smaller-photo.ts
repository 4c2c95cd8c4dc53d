import Compressor from 'compressorjs';

/** Long side in pixels and quality: what is wrong can still be read, and a mobile network carries it. */
const shape = { maxWidth: 1600, maxHeight: 1600, quality: 0.8, mimeType: 'image/jpeg' } as const;

/**
 * The picture drawn anew, as JPEG: turned upright, smaller, and without anything the camera wrote into the file, such as
 * the place. Never the file itself, even where that would be smaller.
 * @throws where the browser cannot open it
 */
export function smallerPhoto(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = new Promise<Blob>((success, error) => {
    void new Compressor(file, { ...shape, strict: false, retainExif: false, success, error });
  });
  return drawn.then(async (blob) => new Uint8Array(await blob.arrayBuffer()));
}
