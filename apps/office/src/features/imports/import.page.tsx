import { Alert, Button, Card, Progress, Steps } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Problem, problems, readImport, type ImportView, type ProblemCode } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportStateChip } from './import-state-chip.tsx';
import { ProblemTable } from './problem-table.tsx';
import './imports.css';

const route = getRouteApi('/imports/$importId');

/** One import from the file to the register. The work goes on in the background: one may leave and come back. */
export function ImportPage(): ReactElement {
  const t = useTexts();
  const { importId } = route.useParams();
  const { area } = useArea();
  const navigate = useNavigate();
  const streetId = area.streetId ?? area.id;
  const one = useRead(readImport, { params: { areaId: streetId, importId } }, { every: 1000 });
  return (
    <>
      <PageHead
        title={one.data?.fileName ?? t('imports.title')}
        about={one.data === undefined ? undefined : <ImportStateChip state={one.data.state} />}
      >
        {one.data === undefined ? null : <ImportActions streetId={streetId} one={one.data} />}
        <Button onClick={() => void navigate({ to: '/imports' })}>{t('imports.back')}</Button>
      </PageHead>
      <Loaded of={one}>{(data) => <ImportBody streetId={streetId} one={data} />}</Loaded>
    </>
  );
}

const stepOf: Record<ImportView['state'], number> = {
  reading: 0,
  failed: 0,
  preview: 1,
  discarded: 1,
  applying: 2,
  applied: 3,
  undone: 3,
};

function ImportBody({ streetId, one }: { streetId: string; one: ImportView }): ReactElement {
  const t = useTexts();
  const working = one.state === 'reading' || one.state === 'applying';
  return (
    <div className="stack">
      <Steps
        size="small"
        current={stepOf[one.state]}
        status={one.state === 'failed' ? 'error' : 'process'}
        items={[
          { title: t('imports.stepRead') },
          { title: t('imports.stepMatch') },
          { title: t('imports.stepApply') },
          { title: t('imports.stepDone') },
        ]}
      />
      {working ? <Working one={one} /> : null}
      {one.problem === null ? null : <ProblemNote error={problemOf(one.problem)} />}
      <ResultNote one={one} />
      {one.preview === null || one.state === 'reading' ? null : (
        <>
          <ImportPreview streetId={streetId} one={one} preview={one.preview} />
          <ProblemTable streetId={streetId} one={one} />
        </>
      )}
    </div>
  );
}

function problemOf(problem: NonNullable<ImportView['problem']>): unknown {
  const known = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
  return known(problem.code) ? new Problem(problem.code, problem.details) : new Error(problem.code);
}

function Working({ one }: { one: ImportView }): ReactElement {
  const t = useTexts();
  const label = one.state === 'reading' ? t('imports.reading') : t('imports.applying');
  const percent = one.total === 0 ? 0 : Math.round((one.progress / one.total) * 100);
  return (
    <Card size="small">
      <p>{label}</p>
      <Progress percent={percent} status="active" aria-label={label} />
      <p className="muted small">{t('imports.mayLeave')}</p>
    </Card>
  );
}

function ResultNote({ one }: { one: ImportView }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  if (one.state === 'undone') return <Alert type="info" showIcon title={t('imports.undoneText')} />;
  if (one.state === 'discarded') return <Alert type="info" showIcon title={t('imports.discardedText')} />;
  if (one.state !== 'applied' || one.result === null) return null;
  const { left } = one.result;
  const figures = {
    added: format.number(one.result.added),
    changed: format.number(one.result.changed),
    unchanged: format.number(one.result.unchanged),
    left: format.number(left),
  };
  return (
    <Alert
      type="success"
      showIcon
      title={t('imports.resultLine', figures)}
      description={left > 0 ? t('imports.leftHint') : undefined}
    />
  );
}
