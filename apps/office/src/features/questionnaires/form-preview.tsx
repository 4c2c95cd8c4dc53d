import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Locale } from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { QuestionnaireView } from '@huhudao/ui/questionnaire';
import { useTexts } from '../../i18n/index.ts';
import { FailureBoundary } from '../../parts/failure-boundary.tsx';
import { useDebounced } from '../../parts/use-debounced.ts';
import { PaperPreview } from './paper-preview.tsx';

const devices = ['tablet', 'phone', 'paper'] as const;
type Device = (typeof devices)[number];

/** The form as it stands at the door: on a tablet, a phone or paper, in both languages. Nothing is kept. */
export function FormPreview({ definition }: { definition: Record<string, unknown> | null }): ReactElement {
  const t = useTexts();
  const { locale: own } = useLocale();
  const [device, setDevice] = useState<Device>('tablet');
  const [locale, setLocale] = useState(own);
  const [again, setAgain] = useState(0);
  const text = useDebounced(JSON.stringify(definition), 600);
  const shown: unknown = JSON.parse(text);
  return (
    <section className="preview">
      <PreviewTools {...{ device, setDevice, locale, setLocale }} restart={() => setAgain(again + 1)} />
      <div className={`preview-frame preview-${device}`} {...(device === 'paper' ? { tabIndex: 0 } : {})}>
        {shown === null ? (
          <p className="muted">{t('questionnaire.noPreview')}</p>
        ) : device === 'paper' ? (
          <PaperPreview definition={shown} locale={locale} />
        ) : (
          <FailureBoundary
            key={`${again} ${text}`}
            failed={<p className="muted">{t('questionnaire.noPreview')}</p>}
          >
            <QuestionnaireView
              definition={shown}
              locale={locale}
              start={{ answers: {}, page: null, question: null }}
              completeText={t('questionnaire.complete')}
              onProgress={() => undefined}
              onComplete={() => setAgain(again + 1)}
            />
          </FailureBoundary>
        )}
      </div>
    </section>
  );
}

type ToolsProps = {
  device: Device;
  setDevice: (device: Device) => void;
  locale: Locale;
  setLocale: (locale: Locale) => void;
  restart: () => void;
};

function PreviewTools({ device, setDevice, locale, setLocale, restart }: ToolsProps): ReactElement {
  const t = useTexts();
  return (
    <div className="row draft-tools">
      <h2>{t('questionnaire.preview')}</h2>
      <Segmented
        size="small"
        aria-label={t('questionnaire.device')}
        value={device}
        onChange={setDevice}
        options={devices.map((value) => ({ value, label: t(`questionnaire.deviceWord.${value}`) }))}
      />
      <Segmented
        size="small"
        aria-label={t('shell.language')}
        value={locale}
        onChange={setLocale}
        options={[
          { value: 'zh-CN' as const, label: t('shell.chinese') },
          { value: 'en' as const, label: t('shell.english') },
        ]}
      />
      <Button size="small" onClick={restart}>
        {t('questionnaire.again')}
      </Button>
    </div>
  );
}
