import { useEffect, useState } from 'react';
import type { RecordError } from '@huhudao/outbox';
import { useLocale } from '@huhudao/ui';
import { useSnapshot, useTablet } from '../../app/tablet.tsx';
import { questionTitle } from '../../work/question-title.ts';

/** Which questions refusals are about, each once, in the words of the forms of the rounds on this tablet. */
export function useQuestionTitles(errors: readonly (RecordError | null)[]): readonly string[] {
  const store = useTablet();
  const { locale } = useLocale();
  const { streets } = useSnapshot();
  const [definitions, setDefinitions] = useState<readonly unknown[]>([]);
  const items = new Set(
    errors.flatMap((error) => (typeof error?.details['item'] === 'string' ? [error.details['item']] : [])),
  );
  const rounds = items.size === 0 ? [] : streets.flatMap((street) => street.rounds);
  const hashes = rounds.flatMap((round) => [round.questionnaireHash ?? [], round.visitFormHash].flat());
  const wanted = [...new Set(hashes)].toSorted().join(' ');
  useEffect(() => {
    let current = true;
    const read = async () => {
      const versions = await Promise.all(
        wanted.split(' ').flatMap((hash) => (hash === '' ? [] : [store.version(hash)])),
      );
      if (current) setDefinitions(versions.flatMap((version) => version?.definition ?? []));
    };
    void read();
    return () => {
      current = false;
    };
  }, [store, wanted]);
  return [...items].flatMap((item) => questionTitle(definitions, item, locale) ?? []);
}
