/** What somebody typed to search by: `3栋 zjh` asks for two words; full-width letters and digits count as plain ones. */
export function wordsOf(search: string | undefined): string[] {
  const text = search === undefined ? '' : search.normalize('NFKC').toLowerCase();
  return text.split(/\s+/).filter((word) => word !== '');
}
