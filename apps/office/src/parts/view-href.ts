/**
 * The address of what is on screen, with what the address leaves to the office's choice written into it: for another
 * person, or next month, the area one begins with and the newest round are others.
 */
export function viewHref(href: string, chosen: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(href, 'http://office');
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== undefined && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}
