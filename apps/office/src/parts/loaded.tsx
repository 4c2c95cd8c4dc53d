import { Alert, Button, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTexts } from '../i18n/index.ts';
import { useFormat } from './format.ts';
import { ProblemNote } from './problem.tsx';

type Props<T> = {
  of: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** What stands in while nothing has been read yet; lines of grey if left out. */
  waiting?: ReactNode;
};

/**
 * What was read, or the truth about why it is not there: still reading, failed, or failed to bring up to date — then
 * the old content stays, with the time it was read.
 */
export function Loaded<T>({ of: query, children, waiting }: Props<T>): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const retry = (): void => void query.refetch();
  if (query.data === undefined) {
    if (query.isError) return <ProblemNote error={query.error} retry={retry} />;
    return (
      <div role="status" aria-label={t('shell.loading')}>
        {waiting ?? <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      </div>
    );
  }
  return (
    <>
      {query.isError ? (
        <Alert
          type="warning"
          showIcon
          title={t('shell.stale', { time: format.moment(query.dataUpdatedAt) })}
          action={<Button onClick={retry}>{t('shell.retry')}</Button>}
        />
      ) : null}
      {children(query.data)}
    </>
  );
}
