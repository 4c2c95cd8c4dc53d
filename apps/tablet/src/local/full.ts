/** Whether the browser had no room for what was to be written; the database wraps the browser's error in its own. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || ('inner' in error && isFull(error.inner));
}
