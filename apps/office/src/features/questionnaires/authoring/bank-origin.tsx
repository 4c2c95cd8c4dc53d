import { Button } from 'antd';
import { LibraryBig } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  itemBank,
  newerOf,
  originOf,
  takeNewer,
  type Newer,
  type Question,
} from '@huhudao/questionnaire/authoring';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';
import { ChangeLines } from '../change-list.tsx';
import { useAuthoring } from './use-authoring.ts';

/** Which item of the bank this is; and where the bank has a newer wording, what it changes and a way to take it. */
export function BankOrigin({ question }: { question: Question }): ReactElement | null {
  const t = useTexts();
  const { locale } = useLocale();
  const origin = originOf(question);
  const item = itemBank.find(({ key }) => key === origin?.key);
  if (origin === null || item === undefined) return null;
  const newer = newerOf(question, itemBank);
  const [zh, en] = item.label;
  return (
    <>
      <p className="muted small">
        {t('bank.from', { label: locale === 'en' ? en : zh, version: origin.version })}
      </p>
      {newer === null ? null : <NewerWording newer={newer} />}
    </>
  );
}

function NewerWording({ newer }: { newer: Newer }): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  const { definition, place, apply, announce, readOnly } = useAuthoring();
  const [zh, en] = (newer.item.versions.at(-1) ?? newer.item.versions[0]).why;
  const take = (): void => {
    apply(takeNewer(definition, place, itemBank), 'title');
    announce(t('bank.taken', { version: newer.to }));
  };
  return (
    <section className="bank-newer stack" aria-label={t('bank.newer', { version: newer.to })}>
      <div className="row">
        <Chip tone="wait" icon={<LibraryBig size={14} aria-hidden />}>
          {t('bank.newer', { version: newer.to })}
        </Chip>
        {readOnly ? null : (
          <Button size="small" onClick={take}>
            {t('bank.take')}
          </Button>
        )}
      </div>
      <p>{locale === 'en' ? en : zh}</p>
      <ChangeLines changes={newer.changes} />
      {newer.changes.some(({ breaking }) => breaking) ? (
        <p className="muted small">{t('change.breakingHint')}</p>
      ) : null}
    </section>
  );
}
