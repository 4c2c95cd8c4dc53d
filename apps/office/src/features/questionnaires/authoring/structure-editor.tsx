import { Button } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { DefinitionKind, Finding } from '@huhudao/questionnaire';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { Outline } from './outline.tsx';
import { PartForm } from './part-form.tsx';
import { AuthoringProvider, useReadable, type Authoring, type Desk } from './use-authoring.ts';

type Props = {
  desk: Desk;
  kind: DefinitionKind;
  findings: readonly Finding[];
  readOnly: boolean;
  mend: Authoring['mend'];
  onShowJson: () => void;
};

/** The form as its author thinks of it: an outline, and beside it the form for what is chosen. */
export function StructureEditor({ desk, kind, findings, readOnly, mend, onShowJson }: Props): ReactElement {
  const t = useTexts();
  const [said, announce] = useState('');
  const definition = useReadable(desk.text);
  const authoring = useMemo<Authoring | null>(
    () => (definition === null ? null : { ...desk, definition, kind, findings, readOnly, mend, announce }),
    [desk, definition, kind, findings, readOnly, mend],
  );
  if (authoring === null) {
    return (
      <EmptyHint title={t('authoring.notReadable')} hint={t('authoring.notReadableHint')}>
        <Button onClick={onShowJson}>{t('authoring.toJson')}</Button>
      </EmptyHint>
    );
  }
  return (
    <AuthoringProvider value={authoring}>
      <div className="structure">
        <Outline />
        <PartForm />
        <p className="visually-hidden" role="status" aria-live="polite">
          {said}
        </p>
      </div>
    </AuthoringProvider>
  );
}
