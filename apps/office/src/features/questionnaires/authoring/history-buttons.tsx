import { Button, Space } from 'antd';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import type { Desk } from './use-authoring.ts';

/** Undo and redo, by button and by the keys everybody knows; the browser's own undo of a field gives way to them. */
export function HistoryButtons({ desk }: { desk: Desk }): ReactElement {
  const t = useTexts();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) desk.redo();
      else desk.undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);
  return (
    <Space.Compact>
      <Button
        icon={<Undo2 size={16} aria-hidden />}
        disabled={!desk.mayUndo}
        title={t('authoring.undoKeys')}
        aria-label={t('authoring.undo')}
        onClick={desk.undo}
      />
      <Button
        icon={<Redo2 size={16} aria-hidden />}
        disabled={!desk.mayRedo}
        title={t('authoring.redoKeys')}
        aria-label={t('authoring.redo')}
        onClick={desk.redo}
      />
    </Space.Compact>
  );
}
