import { CircleAlert, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './undo-bar.module.css';

export type Undoable = { id: string; text: string };

type Props = {
  items: readonly Undoable[];
  /** What could not be saved, said at once and until it could. */
  problem?: string;
  onUndo: (id: string) => void;
};

/**
 * What has just been saved and can still be taken back. It stays until the caller drops it, so that nobody has to
 * be quick to read it; it is announced, and does not take the focus.
 */
export function UndoBar({ items, problem, onUndo }: Props) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['region']} role="status">
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          <CircleAlert aria-hidden size="1.25em" />
          {problem}
        </p>
      )}
      {items.map((item) => (
        <div className={styles['bar']} key={item.id}>
          <span>{item.text}</span>
          <button type="button" className={styles['undo']} onClick={() => onUndo(item.id)}>
            <Undo2 aria-hidden size="1.1em" />
            {t('action.undo')}
          </button>
        </div>
      ))}
    </div>
  );
}
