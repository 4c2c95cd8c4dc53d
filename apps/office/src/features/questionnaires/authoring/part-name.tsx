import type { ReactElement } from 'react';
import { isQuestion, namesIn, renamed, type Part } from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { NameInput } from './name-input.tsx';
import { useAuthoring } from './use-authoring.ts';

/** The name answers are stored under. It is given by itself; changing it changes the conditions that refer to it. */
export function PartName({ part }: { part: Part }): ReactElement {
  const t = useTexts();
  const { definition, place, change } = useAuthoring();
  const taken = [...namesIn(definition)].filter((name) => name !== part.name.toLowerCase());
  const label = isQuestion(part) ? t('authoring.variable') : t('authoring.internalName');
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <NameInput
        label={label}
        value={part.name}
        taken={taken}
        onCommit={(name) => change(renamed(definition, place, name))}
      />
      <p className="muted small">{t('authoring.variableHint')}</p>
    </div>
  );
}
