import type { BrowserContext } from 'playwright-core';

/** What goes wrong in the pages of a context without being seen: errors in the console, requests that fail. */
export class Troubles {
  #found: string[] = [];
  /** While a picture shows what happens without a network, requests are meant to fail. */
  expected: RegExp | null = null;

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text().slice(0, 300)}`);
    });
    context.on('weberror', (error) => this.#note(`error: ${error.error().message}`));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'unknown';
      // Going elsewhere ends what a page was still asking for.
      if (reason !== 'net::ERR_ABORTED') this.#note(`${request.method()} ${request.url()}: ${reason}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 400)
        this.#note(`${response.request().method()} ${response.url()}: ${response.status()}`);
    });
  }

  /** What was found since the last time. */
  take(): string[] {
    const taken = this.#found;
    this.#found = [];
    return taken;
  }

  #note(text: string): void {
    if (this.expected?.test(text) !== true) this.#found.push(text);
  }
}
