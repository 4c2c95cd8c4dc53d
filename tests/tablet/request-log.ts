import { once } from 'node:events';
import net from 'node:net';

/** A line to the server on a port of its own that writes down what is asked for over it. */
export async function openLoggedLine(address: string) {
  const port = Number(new URL(address).port);
  const asked: string[] = [];
  let bytes = '';
  const line = net.createServer((tablet) => {
    const onward = net.connect(port, '127.0.0.1');
    // Where the server is away, so is the line.
    tablet.on('error', () => onward.destroy());
    onward.on('error', () => tablet.destroy());
    tablet.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      bytes += text;
      for (const [, method = '', path = ''] of text.matchAll(
        /(GET|HEAD|POST|PUT|PATCH|DELETE) (\/\S*) HTTP/g,
      ))
        asked.push(`${method} ${path}`);
    });
    tablet.pipe(onward).pipe(tablet);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const place = line.address();
  if (place === null || typeof place === 'string') throw new Error('The line has no port');
  const own = new URL(address);
  own.port = String(place.port);
  return {
    address: own.href,
    /** The requests to the API so far. */
    toApi: () => asked.filter((one) => one.includes(' /api/')),
    /** Whether these words went over the line, as they are. */
    carried: (words: string) => bytes.includes(Buffer.from(words).toString('latin1')),
    close: () => line.close(),
  };
}
