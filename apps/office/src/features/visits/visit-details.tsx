import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import type { VisitView } from '@huhudao/protocol';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';

/** The rest of a visit's record: who stood by, the visit form, and later corrections beside the first word. */
export function VisitDetails({ visit }: { visit: VisitView }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const facts = [
    { key: 'present', label: t('visit.present'), children: visit.present.map(words.presence).join(' · ') },
    {
      key: 'mode',
      label: t('visit.mode'),
      children: visit.completionMode === null ? '' : words.completionMode(visit.completionMode),
    },
    ...visit.form.map(({ name, title, value }) => ({ key: name, label: title, children: value })),
    ...visit.amendments.map(({ at, personName, reason }) => ({
      key: at,
      label: t('visit.amendment'),
      children: `${format.full(at)} ${personName} · ${reason}`,
    })),
  ];
  return <Descriptions size="small" column={2} items={facts.filter((fact) => fact.children !== '')} />;
}
