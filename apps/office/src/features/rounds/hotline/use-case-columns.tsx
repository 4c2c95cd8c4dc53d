import type { ColumnsType } from 'antd/es/table';
import type { ReactNode } from 'react';
import type { HotlineCase } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';

/** What the list says of a case, and next to its address the door: the two are compared. */
export function useCaseColumns<Case extends Omit<HotlineCase, 'householdId'>>(
  door: (one: Case) => ReactNode,
): ColumnsType<Case> {
  const t = useTexts();
  const { locale } = useLocale();
  return [
    { title: t('hotline.number'), dataIndex: 'number', width: 130 },
    { title: t('hotline.address'), dataIndex: 'address', width: 180 },
    { title: t('hotline.door'), width: 230, render: (_, one) => door(one) },
    { title: t('hotline.topic'), width: 120, render: (_, { topic }) => topic ?? '—' },
    {
      title: t('hotline.reportedOn'),
      width: 100,
      render: (_, { reportedOn }) => (reportedOn === null ? '—' : formatShortDay(reportedOn, locale)),
    },
  ];
}
