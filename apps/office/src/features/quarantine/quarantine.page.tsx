import { Button, Popconfirm, Table } from 'antd';
import type { ReactElement } from 'react';
import {
  Problem,
  isProblemCode,
  listQuarantine,
  mutation,
  readOverview,
  settleQuarantined,
  type ResponseOf,
} from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify } from '../../parts/notify.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { useSentence } from '../../parts/problem.tsx';

type Held = ResponseOf<typeof listQuarantine>[number];

/** Records from tablets that could not be accepted: kept word for word until somebody has looked at them. */
export function QuarantinePage(): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const sentence = useSentence();
  const { area } = useArea();
  const held = useRead(listQuarantine, { params: { areaId: area.id } });
  return (
    <>
      <PageHead title={t('shell.menu.quarantine')} about={t('quarantine.about')} />
      <Loaded of={held}>
        {(all) => (
          <Table<Held>
            size="small"
            rowKey="id"
            pagination={{ pageSize: 50, hideOnSinglePage: true }}
            dataSource={all}
            locale={{
              emptyText: <EmptyHint title={t('quarantine.none')} hint={t('quarantine.noneHint')} />,
            }}
            columns={[
              { title: t('quarantine.receivedAt'), render: (_, one) => format.full(one.receivedAt) },
              { title: t('quarantine.kind'), render: (_, one) => <Kind one={one} /> },
              {
                title: t('quarantine.problem'),
                render: (_, one) =>
                  isProblemCode(one.problemCode) ? sentence(new Problem(one.problemCode)) : one.problemCode,
              },
              { title: t('quarantine.door'), render: (_, one) => one.door ?? '—' },
              { title: t('quarantine.person'), render: (_, one) => one.personName ?? '—' },
              { title: t('people.device'), render: (_, one) => one.deviceName ?? '—' },
              { title: t('quarantine.handedOver'), render: (_, one) => <HandedOver one={one} /> },
              { title: t('quarantine.settle'), render: (_, one) => <Settle one={one} areaId={area.id} /> },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

/** What kind of record it is; of an issue also how many of its photos are here. */
function Kind({ one: { kind, photos } }: { one: Held }): ReactElement {
  const t = useTexts();
  const kindWords = useKindWords();
  return (
    <>
      {kindWords(kind)}
      {photos.named > 0 && (
        <div className="small muted">
          {t('quarantine.photos', { count: photos.named, arrived: photos.arrived })}
        </div>
      )}
    </>
  );
}

/** What the worker said when giving it into the office's hands. */
function HandedOver({ one }: { one: Held }): ReactElement {
  const format = useFormat();
  if (one.handedOverAt === null) return <>—</>;
  return (
    <>
      {format.full(one.handedOverAt)}
      {one.note !== null && <div>{one.note}</div>}
    </>
  );
}

/** A tablet may have sent what is no record at all. */
function useKindWords(): (kind: string | null) => string {
  const t = useTexts();
  const words = useWords();
  return (kind) => {
    if (kind === 'sealedResponse') return t('quarantine.sealedResponse');
    const known = mutation.shape.kind.safeParse(kind);
    return known.success ? words.recordKind(known.data) : t('quarantine.unknownKind');
  };
}

function Settle({ one, areaId }: { one: Held; areaId: string }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const settle = useWrite(settleQuarantined, [listQuarantine, readOverview]);
  return (
    <Popconfirm
      title={t('quarantine.settleTitle')}
      description={t('quarantine.settleText')}
      onConfirm={() =>
        settle.mutate(
          { params: { areaId, recordId: one.id } },
          { onSuccess: () => notify.done(t('shell.saved')), onError: notify.failed },
        )
      }
    >
      <Button size="small" loading={settle.isPending}>
        {t('quarantine.settle')}
      </Button>
    </Popconfirm>
  );
}
