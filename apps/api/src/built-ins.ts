/** What every installation begins with; added where it is missing. */
import type { Deps } from './http/deps.ts';
import { ensureBuiltInForms } from './questionnaires/built-in.ts';
import { ensureBuiltInRules } from './revisits/built-in-rules.ts';

export async function addBuiltIns(deps: Deps): Promise<void> {
  await ensureBuiltInForms(deps);
  await ensureBuiltInRules(deps);
}
