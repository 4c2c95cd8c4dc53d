import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityMode } from '@huhudao/domain';
import type { Answers } from '@huhudao/questionnaire';
import { useLocale } from '@huhudao/ui';
import { Button, Dialog } from '@huhudao/ui/components';
import type { FormProgress } from '@huhudao/ui/questionnaire';
import { loadEngine } from '../answering/engine.ts';
import { useLeaveWarning } from '../answering/use-leave-warning.ts';
import { Frame } from './frame.tsx';
import styles from './frame.module.css';

const QuestionnaireView = lazy(async () => ({ default: (await loadEngine()).QuestionnaireView }));

type Props = {
  definition: unknown;
  mode: IdentityMode;
  form: FormProgress;
  onProgress: (form: FormProgress) => void;
  onComplete: (answers: Answers) => void;
  /** What was answered is sent as it is. */
  onEnd: () => void;
  /** Everything is deleted. */
  onWithdraw: () => void;
};

export function Questions(props: Props) {
  const { t } = useTranslation(['resident', 'ui']);
  const { locale } = useLocale();
  const { form } = props;
  useLeaveWarning();
  // Where one was when the page was opened; what is answered since then the form knows itself.
  const [start] = useState(form);
  const [stopping, setStopping] = useState(false);
  return (
    <Frame title={t('resident:questions.title')} hideTitle>
      <Suspense fallback={<p role="status">{t('ui:common.loading')}</p>}>
        <QuestionnaireView
          definition={props.definition}
          locale={locale}
          start={start}
          canContact={props.mode !== 'anonymous'}
          completeText={t('resident:questions.complete')}
          onProgress={props.onProgress}
          onComplete={props.onComplete}
        />
      </Suspense>
      <div className={styles['stop']}>
        <Button onPress={() => setStopping(true)}>{t('resident:questions.stop')}</Button>
      </div>
      <StopDialog {...props} open={stopping} onClose={() => setStopping(false)} />
    </Frame>
  );
}

function StopDialog(props: Props & { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('resident');
  const nothing = Object.keys(props.form.answers).length === 0;
  return (
    <Dialog title={t('questions.stopTitle')} open={props.open} onClose={props.onClose}>
      {!nothing && (
        <Button wide size="large" onPress={props.onEnd}>
          <span>
            {t('questions.end')}
            <span className={styles['help']}>{t('questions.endHelp')}</span>
          </span>
        </Button>
      )}
      <Button wide size="large" onPress={props.onWithdraw}>
        <span>
          {t('questions.withdraw')}
          <span className={styles['help']}>{t('questions.withdrawHelp')}</span>
        </span>
      </Button>
    </Dialog>
  );
}
