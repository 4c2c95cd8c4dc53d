import { Button, Result } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/index.ts';

/** A page that failed while it was drawn; the menu stays. */
export function BrokenPage(): ReactElement {
  const t = useTexts();
  return (
    <Result
      status="error"
      title={t('shell.broken')}
      extra={<Button onClick={() => window.location.reload()}>{t('shell.retry')}</Button>}
    />
  );
}
