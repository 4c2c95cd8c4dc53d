import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState, type ReactElement } from 'react';
import { listRules, type ResponseOf } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useRead } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { RuleDialog } from './rule-dialog.tsx';

type Rule = ResponseOf<typeof listRules>[number];

/** The rules that raise revisits. A change is a new version; what was raised before keeps its own. */
export function RulesPage(): ReactElement {
  const t = useTexts();
  const rules = useRead(listRules, {});
  const [open, setOpen] = useState<Rule | null>(null);
  const columns = useRuleColumns(setOpen);
  return (
    <>
      <PageHead title={t('revisit.rules')} about={t('revisit.rulesAbout')} />
      <Loaded of={rules}>
        {(all) => (
          <Table<Rule> size="small" rowKey="id" pagination={false} dataSource={all} columns={columns} />
        )}
      </Loaded>
      {open === null ? null : <RuleDialog key={open.id} rule={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useRuleColumns(onEdit: (rule: Rule) => void): ColumnsType<Rule> {
  const t = useTexts();
  const words = useWords();
  const { locale } = useLocale();
  return [
    { title: t('revisit.reason'), render: (_, rule) => words.revisitReason(rule.reason) },
    {
      title: t('revisit.condition'),
      render: (_, rule) =>
        rule.condition === null ? (
          <span className="muted">{t('revisit.builtIn')}</span>
        ) : (
          <>
            {rule.conditionWords}
            <div className="small muted">
              <code>{rule.condition}</code>
            </div>
          </>
        ),
    },
    {
      title: t('revisit.effective'),
      className: 'nowrap',
      render: (_, { effectiveFrom, effectiveUntil }) =>
        effectiveUntil === null
          ? t('revisit.effectiveFrom', { day: formatShortDay(effectiveFrom, locale) })
          : `${formatShortDay(effectiveFrom, locale)} – ${formatShortDay(effectiveUntil, locale)}`,
    },
    { title: t('revisit.priority'), dataIndex: 'priority', className: 'number' },
    { title: t('revisit.dueDays'), dataIndex: 'dueDays', className: 'number' },
    { title: t('revisit.version'), dataIndex: 'version', className: 'number' },
    {
      title: t('shell.edit'),
      render: (_, rule) => (
        <Button
          size="small"
          aria-label={`${t('shell.edit')} ${words.revisitReason(rule.reason)}`}
          onClick={() => onEdit(rule)}
        >
          {t('shell.edit')}
        </Button>
      ),
    },
  ];
}
