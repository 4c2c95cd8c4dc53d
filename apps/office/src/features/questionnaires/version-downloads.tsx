import { Button } from 'antd';
import type { ReactElement } from 'react';
import { exportXlsform, printVersion } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveBlob, saveFile } from '../../parts/download.ts';
import { useNotify } from '../../parts/notify.ts';
import { tidy } from './definition-text.ts';

type Props = { hash: string; name: string; definition: unknown };

/** A version to take along: on paper in the language of the page, as it is defined, and for other systems. */
export function VersionDownloads({ hash, name, definition }: Props): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const { locale } = useLocale();
  const paper = useWrite(printVersion);
  const xlsform = useWrite(exportXlsform);
  const then = { onSuccess: saveFile, onError: notify.failed };
  const params = { hash };
  const saveJson = (): void =>
    saveBlob(`${name}.json`, new Blob([tidy(definition)], { type: 'application/json' }));
  return (
    <>
      <Button
        loading={paper.isPending}
        onClick={() => paper.mutate({ params, query: { language: locale } }, then)}
      >
        {t('questionnaire.print')}
      </Button>
      <Button onClick={saveJson}>{t('questionnaire.saveJson')}</Button>
      <Button loading={xlsform.isPending} onClick={() => xlsform.mutate({ params }, then)}>
        {t('questionnaire.saveXlsform')}
      </Button>
    </>
  );
}
