import { roundStates } from '@huhudao/domain';
import { Problem, rosterFields } from '@huhudao/protocol';
import { useTexts } from '../i18n/index.ts';
import { useWords } from '../i18n/words.ts';
import { useFormat } from './format.ts';

const lacks = ['teams', 'questionnaire', 'sampleSizes', 'statement', 'cases'] as const;

/** Some problems name things by their codes (`teams, statement`); here the codes become the reader's words. */
export function useProblemInWords(): (error: unknown) => unknown {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  return (error) => {
    if (!(error instanceof Problem)) return error;
    const { code, details } = error;
    const named = (key: string): string[] => String(details[key]).split(/,\s*/);
    const listed = (key: string): unknown[] => (Array.isArray(details[key]) ? details[key] : []);
    if (code === 'roundIncomplete') {
      const names = format.list(listed('communities').map(String));
      const missing = lacks
        .filter((lack) => listed('lacks').includes(lack))
        .map((lack) => (lack === 'teams' ? t('round.lack.teams', { names }) : t(`round.lack.${lack}`)));
      return new Problem(code, { missing: format.list(missing) });
    }
    if (code === 'roundStateWrong') {
      const state = roundStates.find((one) => one === details['state']);
      return state === undefined ? error : new Problem(code, { state: words.roundState(state) });
    }
    if (code === 'importColumnsMissing') {
      const fields = rosterFields.filter((field) => named('columns').includes(field));
      return new Problem(code, { columns: format.list(fields.map((field) => t(`imports.field.${field}`))) });
    }
    return error;
  };
}
