import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { listSelections, renameSelection, type ChosenPlaces, type SelectionView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Props = {
  streetId: string;
  selection: SelectionView;
  choose: (places: ChosenPlaces) => void;
  remove: () => void;
};

/** A selection: what it holds, who saved it when, what of it is no more. */
export function SelectionItem({ streetId, selection, choose, remove }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const describe = useDescription();
  const [renaming, setRenaming] = useState(false);
  const { name, places, gone, savedAt, savedBy } = selection;
  return (
    <li>
      {renaming ? (
        <NameField streetId={streetId} selection={selection} onDone={() => setRenaming(false)} />
      ) : (
        <strong>{name}</strong>
      )}
      <span className="small">{places === null ? t('selection.allGone') : describe(places)}</span>
      {gone > 0 && places !== null ? (
        <span className="small selection-gone">{t('selection.gone', { count: gone })}</span>
      ) : null}
      <span className="muted small">
        {t('selection.savedBy', { name: savedBy, time: format.moment(savedAt) })}
      </span>
      <div className="row">
        <Button
          size="small"
          type="primary"
          disabled={places === null}
          aria-label={t('selection.useOf', { name })}
          onClick={() => (places === null ? undefined : choose(places))}
        >
          {t('selection.use')}
        </Button>
        <Button size="small" aria-label={t('selection.renameOf', { name })} onClick={() => setRenaming(true)}>
          {t('selection.rename')}
        </Button>
        <Button size="small" aria-label={t('selection.deleteOf', { name })} onClick={remove}>
          {t('selection.delete')}
        </Button>
      </div>
    </li>
  );
}

/** Communities by name, with how many places where it is not the whole. */
function useDescription(): (places: ChosenPlaces) => string {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  return ({ communityIds, parts = {} }) =>
    format.list(
      communityIds.map((id) => {
        const name = tree.find(id)?.name ?? id;
        const count = parts[id]?.length;
        return count === undefined ? name : t('places.some', { name, count });
      }),
    );
}

type FieldProps = { streetId: string; selection: SelectionView; onDone: () => void };

function NameField({ streetId, selection: { id, name }, onDone }: FieldProps): ReactElement {
  const t = useTexts();
  const [next, setNext] = useState(name);
  const rename = useWrite(renameSelection, [listSelections]);
  const send = (): void =>
    rename.mutate(
      { params: { areaId: streetId, selectionId: id }, body: { name: next } },
      { onSuccess: onDone },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="row">
        <Input
          autoFocus
          className="selection-name"
          aria-label={t('selection.newName')}
          maxLength={120}
          value={next}
          onChange={({ target }) => setNext(target.value)}
        />
        <Button
          size="small"
          htmlType="submit"
          type="primary"
          disabled={next.trim() === ''}
          loading={rename.isPending}
        >
          {t('selection.saveName')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </div>
      {rename.isError ? <ProblemNote error={rename.error} /> : null}
    </form>
  );
}
