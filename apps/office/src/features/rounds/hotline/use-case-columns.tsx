import type { ColumnsType } from 'antd/es/table';
import type { HotlineCase } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';

/** What the list says of a case. */
export function useCaseColumns<Case extends Omit<HotlineCase, 'householdId'>>(): ColumnsType<Case> {
  const t = useTexts();
  const { locale } = useLocale();
  return [
    { title: t('hotline.number'), dataIndex: 'number', width: 150 },
    { title: t('hotline.address'), dataIndex: 'address' },
    { title: t('hotline.topic'), width: 130, render: (_, { topic }) => topic ?? '—' },
    {
      title: t('hotline.reportedOn'),
      width: 100,
      render: (_, { reportedOn }) => (reportedOn === null ? '—' : formatShortDay(reportedOn, locale)),
    },
  ];
}
