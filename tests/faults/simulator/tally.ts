/** Counts what happened, in groups: `faults.lostReply`. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(group: string, name: string, count = 1): void {
    const key = `${group}.${name}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  /** All of a group: its names and counts, most frequent first. */
  group(group: string): [string, number][] {
    return [...this.counts]
      .filter(([key]) => key.startsWith(`${group}.`))
      .map(([key, count]): [string, number] => [key.slice(group.length + 1), count])
      .toSorted((a, b) => b[1] - a[1]);
  }

  total(group: string): number {
    return this.group(group).reduce((sum, [, count]) => sum + count, 0);
  }
}
