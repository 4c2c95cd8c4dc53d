import { Button, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { indicators } from '@huhudao/domain';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { csvOf } from '../../parts/csv.ts';
import { saveBlob } from '../../parts/download.ts';

const words = z.object({ zh: z.string(), en: z.string().nullable() });
const variable = z.object({
  name: z.string(),
  kind: z.string(),
  label: words,
  required: z.boolean(),
  askedIf: z.string().nullable(),
  codes: z.array(
    z.object({
      code: z.string(),
      label: words.nullable(),
      counts: z.string().nullable(),
      score: z.number().nullable(),
    }),
  ),
  indicator: z.enum(indicators).nullable(),
  headline: z.boolean(),
});
type Variable = z.infer<typeof variable>;
/** A label in the language on screen. */
type Say = (label: z.infer<typeof words> | null) => string;

/** What each column of the answers means; downloads as CSV. */
export function CodebookTable({ codebook, name }: { codebook: unknown; name: string }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const parsed = z.array(variable).safeParse(codebook);
  const rows = parsed.success ? parsed.data : [];
  const say: Say = (label) => (label === null ? '' : locale === 'en' ? (label.en ?? label.zh) : label.zh);
  const codesOf = (one: Variable): string[] => one.codes.map(({ code, label }) => `${code} = ${say(label)}`);
  const save = (): void =>
    saveBlob(
      `${name} ${t('questionnaire.codebook')}.csv`,
      csvOf([
        [t('questionnaire.variable'), t('rates.item'), t('questionnaire.codes'), t('questionnaire.askedIf')],
        ...rows.map((one) => [one.name, say(one.label), codesOf(one).join('; '), one.askedIf ?? '']),
      ]),
    );
  const columns = useCodebookColumns(say, codesOf);
  return (
    <>
      <Button size="small" onClick={save}>
        {t('chart.csv')}
      </Button>
      <Table<Variable>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={rows}
        columns={columns}
        scroll={{ x: 520 }}
      />
    </>
  );
}

function useCodebookColumns(say: Say, codesOf: (one: Variable) => string[]): ColumnsType<Variable> {
  const t = useTexts();
  const vocabulary = useWords();
  return [
    { title: t('questionnaire.variable'), render: (_, one) => <code>{one.name}</code> },
    {
      title: t('rates.item'),
      render: (_, one) => (
        <>
          {say(one.label)}
          {one.askedIf === null ? null : (
            <div className="small muted">
              {t('questionnaire.askedIf')} <code>{one.askedIf}</code>
            </div>
          )}
        </>
      ),
    },
    {
      title: t('questionnaire.codes'),
      width: '36%',
      render: (_, one) => codesOf(one).map((code) => <div key={code}>{code}</div>),
    },
    {
      title: t('rates.byIndicator'),
      className: 'nowrap',
      render: (_, one) => (one.indicator === null ? '' : vocabulary.indicator(one.indicator)),
    },
  ];
}
