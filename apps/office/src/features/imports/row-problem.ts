import { occupancies } from '@huhudao/domain';
import { rosterFields, rosterSentence } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';

type RowProblem = { code: string; details: Record<string, unknown> };

/** A row's problem as a sentence, with the fields and occupancies it names in words. */
export function useRowProblem(): (problem: RowProblem) => string {
  const t = useTexts();
  const words = useWords();
  const { locale } = useLocale();
  return (problem) =>
    rosterSentence(problem, locale, (name, code) => {
      const field = name === 'field' ? rosterFields.find((one) => one === code) : undefined;
      if (field !== undefined) return t(`imports.field.${field}`);
      const occupancy = name === 'occupancy' ? occupancies.find((one) => one === code) : undefined;
      if (occupancy !== undefined) return words.occupancy(occupancy);
      if (name === 'kind' && (code === 'idNumber' || code === 'birthDate')) return t(`imports.kind.${code}`);
      return code;
    });
}
