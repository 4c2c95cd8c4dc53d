import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAnswers } from '@huhudao/protocol';
import { sentenceOfError, useLocale } from '@huhudao/ui';
import { Button, Note } from '@huhudao/ui/components';
import { isDecided, send } from '../answering/requests.ts';
import { useLeaveWarning } from '../answering/use-leave-warning.ts';
import { Frame } from './frame.tsx';

type Attempt = { state: 'sending' } | { state: 'failed'; error: unknown };

/**
 * On its way. "Sent" is said when the server has said so; without its answer nobody knows, and the same is sent again.
 */
export function Sending({ answers, onSent }: { answers: OwnAnswers; onSent: () => void }) {
  const { t } = useTranslation('resident');
  const { attempt, again } = useSending(answers, onSent);
  useLeaveWarning();
  if (attempt.state === 'sending')
    return (
      <Frame title={t('sending.title')}>
        <p role="status">{t('sending.wait')}</p>
      </Frame>
    );
  const { error } = attempt;
  return isDecided(error) ? <Refused error={error} /> : <NotYet error={error} onAgain={again} />;
}

function useSending(answers: OwnAnswers, onSent: () => void): { attempt: Attempt; again: () => void } {
  const [attempt, setAttempt] = useState<Attempt>({ state: 'sending' });
  const underWay = useRef(false);
  const tellSent = useEffectEvent(onSent);
  // One try when the screen opens, and one each time somebody asks for it or a network is back.
  useEffect(() => {
    if (attempt.state !== 'sending' || underWay.current) return;
    underWay.current = true;
    send(answers).then(
      () => tellSent(),
      (error: unknown) => {
        underWay.current = false;
        setAttempt({ state: 'failed', error });
      },
    );
  }, [answers, attempt]);
  const again = useCallback(() => setAttempt({ state: 'sending' }), []);
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [again]);
  return { attempt, again };
}

function NotYet({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation(['resident', 'ui']);
  const { locale } = useLocale();
  return (
    <Frame
      title={t('resident:sending.notYet')}
      actions={
        <Button look="primary" size="large" wide onPress={onAgain}>
          {t('resident:sending.again')}
        </Button>
      }
    >
      <Note kind="warning" live title={t('resident:sending.keepOpen')}>
        <p>{sentenceOfError(error, locale, t('ui:common.noAnswer'))}</p>
      </Note>
    </Frame>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation(['resident', 'ui']);
  const { locale } = useLocale();
  return (
    <Frame title={t('resident:sending.refused')}>
      <Note kind="problem" live title={sentenceOfError(error, locale, t('ui:common.noAnswer'))}>
        <p>{t('resident:sending.lost')}</p>
      </Note>
    </Frame>
  );
}
