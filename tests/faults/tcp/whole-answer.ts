export type Answer = { readonly status: number; readonly body: string };

/** An answer over HTTP/1.1 once all of it is there; undefined until then. */
export function wholeAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.subarray(0, headEnd).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const sent = bytes.subarray(headEnd + 4);
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  const body = length === undefined ? joined(sent) : upTo(sent, Number(length));
  return body === undefined ? undefined : { status, body: body.toString('utf8') };
}

const upTo = (sent: Buffer, length: number): Buffer | undefined =>
  sent.length < length ? undefined : sent.subarray(0, length);

/** What came in chunks (RFC 9112, 7.1); undefined until the last one is there. */
function joined(sent: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = sent.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(sent.subarray(at, lineEnd).toString('latin1'), 16);
    const from = lineEnd + 2;
    if (sent.length < from + length + 2) return undefined;
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(sent.subarray(from, from + length));
    at = from + length + 2;
  }
}
