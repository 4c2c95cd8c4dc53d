import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { useTexts } from '../i18n/index.ts';
import { useProblemInWords } from './problem-words.ts';

/** The sentence a person understands, for whatever went wrong. */
export function useSentence(): (error: unknown) => string {
  const t = useTexts();
  const { locale } = useLocale();
  const inWords = useProblemInWords();
  return (error) => sentenceOfError(inWords(error), locale, t('shell.noAnswer'));
}

type Props = { error: unknown; retry?: () => void };

/** A failure where the content would be, with a way to try again. */
export function ProblemNote({ error, retry }: Props): ReactElement {
  const sentence = useSentence();
  const t = useTexts();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={sentence(error)}
      action={retry === undefined ? undefined : <Button onClick={retry}>{t('shell.retry')}</Button>}
    />
  );
}
