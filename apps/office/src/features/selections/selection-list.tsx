import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  deleteSelection,
  listSelections,
  restoreSelection,
  type ChosenPlaces,
  type SelectionView,
} from '@huhudao/protocol';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useNotify } from '../../parts/notify.ts';
import { SelectionItem } from './selection-item.tsx';
import './selections.css';

type Props = {
  streetId: string;
  selections: readonly SelectionView[];
  choose: (places: ChosenPlaces) => void;
};

/** One's office's selections; the one deleted last can be taken back as long as the list is open. */
export function SelectionList({ streetId, selections, choose }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const [deleted, setDeleted] = useState<SelectionView>();
  const remove = useWrite(deleteSelection, [listSelections]);
  const restore = useWrite(restoreSelection, [listSelections]);
  const failed = { onError: notify.failed };
  const paramsOf = (selectionId: string) => ({ params: { areaId: streetId, selectionId } });
  return (
    <>
      {deleted === undefined ? null : (
        <div className="row" role="status">
          {t('selection.deleted', { name: deleted.name })}
          <Button
            size="small"
            loading={restore.isPending}
            onClick={() =>
              restore.mutate(paramsOf(deleted.id), { ...failed, onSuccess: () => setDeleted(undefined) })
            }
          >
            {t('selection.undo')}
          </Button>
        </div>
      )}
      {selections.length === 0 ? (
        <EmptyHint title={t('selection.none')} hint={t('selection.noneHint')} />
      ) : (
        <ul className="selection-list">
          {selections.map((one) => (
            <SelectionItem
              key={one.id}
              streetId={streetId}
              selection={one}
              choose={choose}
              remove={() => remove.mutate(paramsOf(one.id), { ...failed, onSuccess: () => setDeleted(one) })}
            />
          ))}
        </ul>
      )}
    </>
  );
}
