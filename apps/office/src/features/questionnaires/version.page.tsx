import { Button, Card, Table, Tabs } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { listQuestionnaires, printVersion, readVersion, type ResponseOf } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { saveBlob, saveFile } from '../../parts/download.ts';
import { useFormat } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ChangeList } from './change-list.tsx';
import { CodebookTable } from './codebook-table.tsx';
import { FormPreview } from './form-preview.tsx';
import { RetireButton } from './retire-button.tsx';
import { useNotify } from '../../parts/notify.ts';
import { useTitle } from '../../parts/use-title.ts';
import './questionnaires.css';

const route = getRouteApi('/questionnaires/versions/$hash');
type Version = ResponseOf<typeof readVersion>;

/** A published version: what is asked, what each answer means, and which items make the rates. */
export function VersionPage(): ReactElement {
  const { hash } = route.useParams();
  const version = useRead(readVersion, { params: { hash } });
  return <Loaded of={version}>{(data) => <Contents data={data} />}</Loaded>;
}

function Contents({ data }: { data: Version }): ReactElement {
  const t = useTexts();
  const title = useTitle();
  const { version, definition } = data;
  const former = useFormer(version.hash);
  const name = t('questionnaire.versionTitle', { title: title(version.title), number: version.number });
  return (
    <>
      <Head name={name} data={data} />
      <div className="draft version">
        <Card size="small">
          <p className="small muted version-hash">
            {t('questionnaire.hash')} <code>{version.hash}</code>
          </p>
          <Tabs
            items={[
              {
                key: 'codebook',
                label: t('questionnaire.codebook'),
                children: <CodebookTable codebook={data.codebook} name={name} />,
              },
              ...(former === undefined
                ? []
                : [
                    {
                      key: 'changes',
                      label: t('change.since', { number: former.number }),
                      children: <ChangesSince hash={former.hash} definition={definition} />,
                    },
                  ]),
              ...(data.kind === 'questionnaire'
                ? [
                    {
                      key: 'indicators',
                      label: t('questionnaire.indicators'),
                      children: <IndicatorTable indicators={data.indicators} />,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        <FormPreview definition={definition} />
      </div>
    </>
  );
}

function Head({ name, data: { version, definition } }: { name: string; data: Version }): ReactElement {
  const t = useTexts();
  return (
    <PageHead title={name} about={<Publication version={version} />}>
      <RetireButton version={version} />
      <PrintButton hash={version.hash} />
      <Button onClick={() => saveJson(name, definition)}>{t('questionnaire.saveJson')}</Button>
    </PageHead>
  );
}

/** The form on paper, in the language of the page. */
function PrintButton({ hash }: { hash: string }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const { locale } = useLocale();
  const print = useWrite(printVersion);
  const start = (): void =>
    print.mutate(
      { params: { hash }, query: { language: locale } },
      { onSuccess: saveFile, onError: notify.failed },
    );
  return (
    <Button loading={print.isPending} onClick={start}>
      {t('questionnaire.print')}
    </Button>
  );
}

function saveJson(name: string, definition: unknown): void {
  saveBlob(`${name}.json`, new Blob([JSON.stringify(definition, null, 2)], { type: 'application/json' }));
}

type VersionView = Version['version'];

/** The version before this one, of the same form. */
function useFormer(hash: string): VersionView | undefined {
  const forms = useRead(listQuestionnaires, {});
  const own = forms.data?.find((form) => form.versions.some((one) => one.hash === hash))?.versions ?? [];
  const number = own.find((one) => one.hash === hash)?.number ?? 0;
  return own
    .filter((one) => one.number < number)
    .toSorted((one, other) => other.number - one.number)
    .at(0);
}

function ChangesSince({ hash, definition }: { hash: string; definition: unknown }): ReactElement {
  const former = useRead(readVersion, { params: { hash } });
  return <Loaded of={former}>{(data) => <ChangeList before={data.definition} after={definition} />}</Loaded>;
}

function Publication({ version }: { version: VersionView }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { authorName, publisherName, publishedAt, retired } = version;
  return (
    <span className="row">
      {retired ? <Chip tone="none">{t('questionnaire.retired')}</Chip> : null}
      {publisherName === null
        ? t('questionnaire.builtIn')
        : t('questionnaire.publishedBy', {
            author: authorName ?? '—',
            publisher: publisherName,
            time: format.full(publishedAt),
          })}
    </span>
  );
}

const headline = z.object({ favourable: z.array(z.string()), base: z.array(z.string()) });

function IndicatorTable({ indicators }: { indicators: Version['indicators'] }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { locale } = useLocale();
  return (
    <Table<Version['indicators'][number]>
      key={locale}
      size="small"
      rowKey={(one) => `${one.indicator} ${one.item}`}
      pagination={false}
      dataSource={indicators}
      columns={[
        { title: t('rates.byIndicator'), render: (_, one) => words.indicator(one.indicator) },
        { title: t('rates.item'), render: (_, one) => <code>{one.item}</code> },
        {
          title: t('rates.favourable'),
          render: (_, one) => {
            const parsed = headline.safeParse(one.definition);
            return parsed.success ? parsed.data.favourable.join(' · ') : '—';
          },
        },
        {
          title: t('rates.formula'),
          render: (_, one) => <code title={one.formulaId}>{one.formulaId.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
