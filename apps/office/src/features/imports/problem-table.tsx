import { Card, Segmented, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listImportProblems, type ImportView, type ResponseOf } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { pageQuery, usePaging } from '../../parts/paging.ts';
import { useRowProblem } from './row-problem.ts';

type RowProblem = ResponseOf<typeof listImportProblems>['items'][number];
const route = getRouteApi('/imports/$importId');
const severities = ['all', 'rejected', 'ask', 'warning'] as const;
const tones = { warning: 'wait', rejected: 'back', ask: 'appointment' } as const;

/** Problems by row and column, as the office counts them in its sheet. */
export function ProblemTable({ streetId, one }: { streetId: string; one: ImportView }): ReactElement {
  const t = useTexts();
  const { severity, page } = route.useSearch();
  const navigate = route.useNavigate();
  const paging = usePaging();
  const found = useRead(
    listImportProblems,
    { params: { areaId: streetId, importId: one.id }, query: { ...pageQuery(page), severity } },
    { keep: true },
  );
  const columns = useProblemColumns(one.preview?.headers ?? []);
  return (
    <Card size="small">
      <h2>{t('imports.problems')}</h2>
      <SeverityChoice />
      <Loaded of={found}>
        {(data) => (
          <Table<RowProblem>
            size="small"
            rowKey={(problem) => `${problem.row ?? 0} ${problem.column ?? ''} ${problem.code}`}
            loading={found.isPlaceholderData}
            dataSource={data.items}
            locale={{
              emptyText: <EmptyHint title={t('imports.noProblems')} hint={t('imports.noProblemsHint')} />,
            }}
            pagination={paging(
              page,
              data.total,
              (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            )}
            columns={columns}
          />
        )}
      </Loaded>
    </Card>
  );
}

/** The letter and, where the preview has it, the heading: `I 联系电话`. */
function columnName(letter: string | null, headers: readonly string[]): string {
  if (letter === null) return '—';
  const index = [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return [letter, headers[index]].filter(Boolean).join(' ');
}

function useProblemColumns(headers: readonly string[]): ColumnsType<RowProblem> {
  const t = useTexts();
  const sentence = useRowProblem();
  return [
    {
      title: t('imports.row'),
      className: 'number',
      width: 90,
      render: (_, problem) => problem.row ?? t('imports.wholeTable'),
    },
    { title: t('imports.column'), width: 200, render: (_, { column }) => columnName(column, headers) },
    {
      title: t('imports.severity'),
      width: 120,
      render: (_, problem) => (
        <Chip tone={tones[problem.severity]}>{t(`imports.severityWord.${problem.severity}`)}</Chip>
      ),
    },
    { title: t('imports.problem'), render: (_, problem) => sentence(problem) },
  ];
}

function SeverityChoice(): ReactElement {
  const t = useTexts();
  const { severity } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="row import-severity">
      <Segmented<(typeof severities)[number]>
        aria-label={t('imports.severity')}
        value={severity ?? 'all'}
        onChange={(next) =>
          void navigate({
            search: (old) => ({ ...old, severity: next === 'all' ? undefined : next, page: undefined }),
          })
        }
        options={severities.map((value) => ({
          value,
          label: value === 'all' ? t('shell.all') : t(`imports.severityWord.${value}`),
        }))}
      />
    </div>
  );
}
