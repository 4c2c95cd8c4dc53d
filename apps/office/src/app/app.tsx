import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { LoaderCircle } from 'lucide-react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo, type ReactElement } from 'react';
import { useLocale } from '@huhudao/ui';
import { queryClient } from '../api/client.ts';
import { Gate } from '../features/start/gate.tsx';
import { useTexts } from '../i18n/index.ts';
import { useLook } from '../parts/tokens.ts';
import { router } from './router.tsx';
import { themeOf } from './theme.ts';

/** antd's own icon of a button at work is read out, in English, as a part of the button's name. */
const button = {
  autoInsertSpace: false,
  loadingIcon: <LoaderCircle size={14} className="at-work" aria-hidden />,
};

/** The whole office: language and look, what was read, who may come in, and the pages. */
export function App(): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const look = useLook();
  const theme = useMemo(() => themeOf(look), [look]);
  const chinese = locale === 'zh-CN';
  // antd's calendars take the names of months and weekdays from dayjs; a week begins on Monday in both languages.
  dayjs.locale(chinese ? 'zh-cn' : 'en-gb');
  useEffect(() => {
    document.title = t('shell.product');
  }, [t]);
  return (
    <ConfigProvider locale={chinese ? zhCN : enGB} theme={theme} button={button}>
      <AntApp>
        <QueryClientProvider client={queryClient}>
          <Gate>
            <RouterProvider router={router} />
          </Gate>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
