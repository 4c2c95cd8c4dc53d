/** What is wrong with the screens, to be read at the end. */
class Faults {
  readonly #pictures = new Map<string, Set<string>>();

  /** Notes what was found in a picture, by kind. */
  add(picture: string, found: Record<string, string[]>): void {
    for (const [kind, texts] of Object.entries(found))
      for (const text of texts) {
        const fault = `${kind}: ${text}`;
        const seen = this.#pictures.get(fault) ?? new Set();
        this.#pictures.set(fault, seen.add(picture));
      }
  }

  /** Each fault once, with where it was seen. */
  report(): string[] {
    return [...this.#pictures].map(([fault, seen]) => {
      const [first = '', ...others] = seen;
      return `${fault}\n    ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
    });
  }
}

export const faults = new Faults();
