import { Button, Drawer } from 'antd';
import { Bookmark } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { listSelections, type ChosenPlaces } from '@huhudao/protocol';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { SaveForm } from './save-form.tsx';
import { SelectionList } from './selection-list.tsx';

type Choice = { communityIds: string[]; parts: Record<string, string[]> };
type Props = { streetId: string; choice: Choice; choose: (choice: Choice) => void };

/** Places kept under a name, for the next round: what is chosen now is saved here, and what was saved is chosen. */
export function SavedSelections({ streetId, choice, choose }: Props): ReactElement {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const selections = useRead(listSelections, { params: { areaId: streetId } }, { enabled: open });
  const take = ({ communityIds, parts = {} }: ChosenPlaces): void => {
    choose({ communityIds, parts });
    setOpen(false);
  };
  return (
    <>
      <Button icon={<Bookmark size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('selection.title')}
      </Button>
      <Drawer
        open={open}
        title={t('selection.title')}
        size={480}
        destroyOnHidden
        onClose={() => setOpen(false)}
      >
        <div className="stack">
          <SaveForm streetId={streetId} choice={choice} />
          <Loaded of={selections}>
            {(all) => <SelectionList streetId={streetId} selections={all} choose={take} />}
          </Loaded>
        </div>
      </Drawer>
    </>
  );
}
