import { Button } from 'antd';
import { CircleAlert, CircleCheck, LoaderCircle, Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { useSentence } from '../../parts/problem.tsx';
import type { Autosave } from './use-autosave.ts';

/** Whether what is on screen is safe, and if not, why. */
export function SaveState({ autosave, isJson }: { autosave: Autosave; isJson: boolean }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const sentence = useSentence();
  const { state, changed, basedOn, error, saveNow } = autosave;
  if (!isJson) return <State icon={<CircleAlert size={15} />} words={t('authoring.save.notJson')} />;
  if (state === 'conflict')
    return <State icon={<CircleAlert size={15} />} words={t('authoring.save.conflict')} />;
  if (state === 'failed') {
    return (
      <State icon={<CircleAlert size={15} />} words={t('authoring.save.failed', { reason: sentence(error) })}>
        <Button size="small" onClick={saveNow}>
          {t('shell.retry')}
        </Button>
      </State>
    );
  }
  if (state === 'saving') {
    return <State icon={<LoaderCircle className="at-work" size={15} />} words={t('authoring.save.saving')} />;
  }
  if (changed) return <State icon={<Pencil size={15} />} words={t('authoring.save.changed')} />;
  if (basedOn === null) return <State icon={null} words={t('questionnaire.noDraft')} />;
  return (
    <State
      icon={<CircleCheck size={15} />}
      words={t('questionnaire.savedAt', { time: format.moment(basedOn) })}
    />
  );
}

type StateProps = { icon: ReactElement | null; words: string; children?: ReactElement };

function State({ icon, words, children }: StateProps): ReactElement {
  return (
    <span className="row save-state" role="status">
      {icon}
      {words}
      {children}
    </span>
  );
}
