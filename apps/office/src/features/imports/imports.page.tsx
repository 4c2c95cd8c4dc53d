import { Card, Table, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listImports, uploadRoster, type ImportView } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { ImportStateChip } from './import-state-chip.tsx';

/** Rosters: a new one by dropping a file, and those taken over before. */
export function ImportsPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const street = tree.find(area.streetId) ?? area;
  if (street.kind !== 'street' || !may(session, tree, 'households.import', street.id)) {
    const any = tree.ofKind('street').length > 0;
    return any ? (
      <EmptyHint title={t('imports.chooseStreet')} hint={t('imports.chooseStreetHint')} />
    ) : (
      <EmptyHint title={t('imports.noStreet')} hint={t('imports.noStreetHint')}>
        <Link to="/people" search={{ tab: 'areas' }}>
          {t('people.tab.areas')}
        </Link>
      </EmptyHint>
    );
  }
  return (
    <>
      <PageHead title={t('imports.title')} about={street.name} />
      <div className="stack">
        <UploadCard streetId={street.id} />
        <PastImports streetId={street.id} />
      </div>
    </>
  );
}

function UploadCard({ streetId }: { streetId: string }): ReactElement {
  const t = useTexts();
  const navigate = useNavigate();
  const send = useWrite(uploadRoster, [listImports]);

  async function upload(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    send.mutate(
      { params: { areaId: streetId }, body: { name: file.name, type: file.type, bytes } },
      {
        onSuccess: (made) => void navigate({ to: '/imports/$importId', params: { importId: made.id } }),
      },
    );
  }

  return (
    <Card size="small">
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          void upload(file);
          return false;
        }}
      >
        <FileUp size={32} aria-hidden />
        <p>{send.isPending ? t('imports.uploading') : t('imports.drop')}</p>
        <p className="muted small">{t('imports.dropHint')}</p>
      </Upload.Dragger>
      {send.isError ? <ProblemNote error={send.error} /> : null}
    </Card>
  );
}

function PastImports({ streetId }: { streetId: string }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const imports = useRead(listImports, { params: { areaId: streetId } }, { every: 5000 });
  return (
    <Card size="small">
      <h2>{t('imports.past')}</h2>
      <Loaded of={imports}>
        {(all) => (
          <Table<ImportView>
            size="small"
            rowKey="id"
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            dataSource={all}
            locale={{ emptyText: <EmptyHint title={t('imports.none')} hint={t('imports.noneHint')} /> }}
            columns={[
              {
                title: t('imports.file'),
                render: (_, one) => (
                  <Link to="/imports/$importId" params={{ importId: one.id }}>
                    {one.fileName}
                  </Link>
                ),
              },
              { title: t('imports.state'), render: (_, one) => <ImportStateChip state={one.state} /> },
              { title: t('imports.uploadedAt'), render: (_, one) => format.full(one.createdAt) },
              {
                title: t('imports.result'),
                render: (_, one) =>
                  one.result === null
                    ? ''
                    : t('imports.resultLine', {
                        added: format.number(one.result.added),
                        changed: format.number(one.result.changed),
                        unchanged: format.number(one.result.unchanged),
                        left: format.number(one.result.left),
                      }),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
