import type { Check } from './check.ts';
import { format } from './format.ts';
import { generatedFiles } from './generated-files.ts';
import { manifests } from './manifests.ts';
import { suppressions } from './suppressions.ts';
import { types } from './types.ts';

/** Everything `npm run check` looks at. */
export const checks: Check[] = [types, format, suppressions, manifests, generatedFiles];
