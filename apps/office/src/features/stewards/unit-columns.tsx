import { Button } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StewardUnit } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';

export function useUnitColumns(onOpen: (unit: StewardUnit) => void): ColumnsType<StewardUnit> {
  const t = useTexts();
  const { locale } = useLocale();
  return [
    { title: t('steward.level.title'), width: 120, render: (_, { level }) => t(`steward.level.${level}`) },
    {
      title: t('steward.place'),
      render: (_, unit) => (
        <Button type="link" size="small" className="unit-place" onClick={() => onOpen(unit)}>
          {unit.place}
        </Button>
      ),
    },
    { title: t('steward.community'), dataIndex: 'communityName' },
    { title: t('steward.grid'), render: (_, { gridName }) => gridName ?? '—' },
    { title: t('steward.person'), render: (_, unit) => <InOffice unit={unit} /> },
    {
      title: t('steward.since'),
      render: (_, { term }) => (term === null ? '—' : formatDay(term.startsOn, locale)),
    },
    {
      title: t('steward.phone'),
      render: (_, { term }) => (term === null ? '—' : (term.phone ?? t('steward.noPhone'))),
    },
  ];
}

function InOffice({ unit: { term, next } }: { unit: StewardUnit }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  return (
    <>
      {term === null ? (
        <span className="muted">
          <CircleAlert size={14} aria-hidden /> {t('steward.vacant')}
        </span>
      ) : (
        term.personName
      )}
      {term === null || term.endsOn === null ? null : (
        <div className="muted small">{t('steward.until', { day: formatDay(term.endsOn, locale) })}</div>
      )}
      {next === null ? null : (
        <div className="muted small">
          {t('steward.coming', { name: next.personName, day: formatDay(next.startsOn, locale) })}
        </div>
      )}
    </>
  );
}
