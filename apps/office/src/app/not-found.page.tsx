import { Button, Result } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '../i18n/index.ts';

export function NotFoundPage(): ReactElement {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <Result
      status="info"
      title={<h1>{t('shell.notFound')}</h1>}
      subTitle={t('shell.notFoundHint')}
      extra={<Button onClick={() => void navigate({ to: '/' })}>{t('shell.backHome')}</Button>}
    />
  );
}
