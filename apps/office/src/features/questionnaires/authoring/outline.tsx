import type { ReactElement } from 'react';
import { partsIn, type Part, type Place } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { AddMenu } from './add-menu.tsx';
import { BankButton } from './bank-dialog.tsx';
import { OutlineRow } from './outline-row.tsx';
import { useAuthoring } from './use-authoring.ts';

/** The form as a list of pages, groups and items, to choose from, to add to and to put in order. */
export function Outline(): ReactElement {
  const t = useTexts();
  const { definition, readOnly } = useAuthoring();
  return (
    <nav className="outline" aria-label={t('authoring.outline')}>
      {readOnly ? null : (
        <>
          <AddMenu />
          <BankButton />
        </>
      )}
      <OutlineRow part={null} place={[]} />
      <OutlineList parts={partsIn(definition)} container={[]} />
      {readOnly ? null : <p className="muted small outline-hint">{t('authoring.moveHint')}</p>}
    </nav>
  );
}

function OutlineList({ parts, container }: { parts: readonly Part[]; container: Place }): ReactElement {
  const t = useTexts();
  if (parts.length === 0) return <p className="muted small outline-empty">{t('authoring.emptyList')}</p>;
  return (
    <ol>
      {parts.map((part, index) => (
        <li key={part.name}>
          <OutlineRow part={part} place={[...container, index]} />
          {'elements' in part ? (
            <OutlineList parts={part.elements} container={[...container, index]} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
