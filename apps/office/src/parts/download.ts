import type { FileBody } from '@huhudao/protocol';

/** Hands a file the browser already has to the person. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  saveDataUrl(name, url);
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveFile(file: FileBody): void {
  saveBlob(file.name, new Blob([file.bytes], { type: file.type }));
}

export function saveDataUrl(name: string, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
