import { useMemo } from 'react';
import type { DefinitionKind, Finding } from '@huhudao/questionnaire';
import { check, compile } from '@huhudao/questionnaire/survey';
import { useDebounced } from '../../parts/use-debounced.ts';
import { parseDefinition } from './definition-text.ts';

/** What the check says of the text as it is being written; the same check decides on the server what is published. */
export function useFindings(text: string, kind: DefinitionKind, published: unknown): readonly Finding[] {
  const settled = useDebounced(text, 300);
  const previous = useMemo(
    () => (published === null ? undefined : compile(published, kind)),
    [published, kind],
  );
  return useMemo(() => {
    const parsed = parseDefinition(settled);
    if (!parsed.ok) return [];
    return check(parsed.definition, { kind, ...(previous === undefined ? {} : { previous }) });
  }, [settled, kind, previous]);
}
