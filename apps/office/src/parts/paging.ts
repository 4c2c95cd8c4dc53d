import type { TablePaginationConfig } from 'antd';
import { useTexts } from '../i18n/index.ts';
import { pageSize } from './page-search.ts';

/** antd's paging for a list that the server cuts into pages. */
export function usePaging(): (
  page: number | undefined,
  total: number,
  change: (page: number) => void,
) => TablePaginationConfig {
  const t = useTexts();
  return (page, total, change) => ({
    current: page ?? 1,
    pageSize,
    total,
    showSizeChanger: false,
    hideOnSinglePage: false,
    showTotal: (count) => t('shell.total', { count }),
    onChange: change,
  });
}

/** What to ask the server for, to see a page. */
export const pageQuery = (page: number | undefined): { offset: number; limit: number } => ({
  offset: ((page ?? 1) - 1) * pageSize,
  limit: pageSize,
});
