import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { readHotlineList } from '@huhudao/protocol';
import { useWrite } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { ProblemNote } from '../../../parts/problem.tsx';
import type { StepProps } from '../round-form.tsx';
import { CaseTable } from './case-table.tsx';
import { caseOfList, communitiesOf, joined, type DraftCase, type SkippedRows } from './draft-case.ts';
import { ListInput } from './list-input.tsx';
import { ListNotes } from './list-notes.tsx';

/** The scope of a hotline round: a list of cases, each with its door. Every step can be taken back. */
export function HotlineList({ draft, change, streetId }: StepProps): ReactElement {
  const t = useTexts();
  const [past, setPast] = useState<DraftCase[][]>([]);
  const [skipped, setSkipped] = useState<SkippedRows>();
  const read = useWrite(readHotlineList);
  const { cases } = draft;
  const write = (next: DraftCase[]): void =>
    change({ cases: next, communityIds: communitiesOf(next), parts: {} });
  const set = (next: DraftCase[]): void => {
    setPast([...past, cases]);
    write(next);
  };
  const undo = (): void => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    write(before);
  };
  const take = (file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }): void =>
    read.mutate(
      { params: { areaId: streetId }, body: file },
      {
        onSuccess: ({ cases: found, ...rest }) => {
          setSkipped(rest);
          set(joined(cases, found.map(caseOfList)));
        },
      },
    );
  return (
    <div className="stack">
      <ListInput reading={read.isPending} take={take} />
      {read.isError ? <ProblemNote error={read.error} /> : null}
      <ListNotes cases={cases} skipped={skipped} />
      <div className="row">
        <Button disabled={past.length === 0} onClick={undo}>
          {t('places.undo')}
        </Button>
        <Button disabled={cases.length === 0} onClick={() => set([])}>
          {t('hotline.clear')}
        </Button>
      </div>
      {cases.length === 0 ? (
        <EmptyHint title={t('hotline.none')} hint={t('hotline.noneHint')} />
      ) : (
        <CaseTable cases={cases} set={set} streetId={streetId} />
      )}
    </div>
  );
}
