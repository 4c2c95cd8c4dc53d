import type { Check } from './check.ts';
import { deadCode } from './dead-code.ts';
import { dependencies } from './dependencies.ts';
import { format } from './format.ts';
import { generatedFiles } from './generated-files.ts';
import { lint } from './lint.ts';
import { manifests } from './manifests.ts';
import { suppressions } from './suppressions.ts';
import { translations } from './translations/translations.ts';
import { types } from './types.ts';

/** Everything `npm run check` looks at. */
export const checks: Check[] = [
  types,
  lint,
  format,
  suppressions,
  dependencies,
  deadCode,
  manifests,
  translations,
  generatedFiles,
];
