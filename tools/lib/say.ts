/** A line about what the tools are doing; stderr, so that the output of a task stays clean. */
export function say(text: string): void {
  process.stderr.write(`[huhudao] ${text}\n`);
}
