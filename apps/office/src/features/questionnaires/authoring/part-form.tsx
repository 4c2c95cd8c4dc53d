import { Button } from 'antd';
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  duplicate,
  isQuestion,
  partAt,
  remove,
  secondsToAskAll,
  type Page,
  type Panel,
  type Part,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { ConditionField } from './condition-field.tsx';
import { ItemForm } from './item-form.tsx';
import { PartFindings } from './part-findings.tsx';
import { PartName } from './part-name.tsx';
import { TextPair } from './text-pair.tsx';
import { useAuthoring, useChange } from './use-authoring.ts';
import { useMoves } from './use-moves.ts';
import { usePartName } from './use-part-name.ts';

/** The form for whatever is chosen in the outline. */
export function PartForm(): ReactElement {
  const nameOf = usePartName();
  const { definition, place } = useAuthoring();
  const part = partAt(definition, place);
  if (part === undefined) return <WholeForm />;
  return (
    <section className="part-form" key={`${place.join('.')} ${part.name}`}>
      <header className="row part-head">
        <h2>{nameOf(part, place)}</h2>
        <PartTools />
      </header>
      <PartFindings />
      {isQuestion(part) ? <ItemForm question={part} /> : <ContainerForm part={part} />}
    </section>
  );
}

function PartTools(): ReactElement | null {
  const t = useTexts();
  const { definition, place, apply, announce, readOnly } = useAuthoring();
  const { stepTo } = useMoves();
  const nameOf = usePartName();
  if (readOnly) return null;
  const removeIt = (): void => {
    const name = nameOf(partAt(definition, place) ?? null, place);
    apply(remove(definition, place), 'row');
    announce(t('authoring.removed', { name }));
  };
  const tools = [
    { label: t('authoring.up'), icon: <ArrowUp size={15} aria-hidden />, run: () => stepTo(place, 'up') },
    {
      label: t('authoring.down'),
      icon: <ArrowDown size={15} aria-hidden />,
      run: () => stepTo(place, 'down'),
    },
    {
      label: t('authoring.duplicate'),
      icon: <Copy size={15} aria-hidden />,
      run: () => apply(duplicate(definition, place), 'title'),
    },
    { label: t('authoring.remove'), icon: <Trash2 size={15} aria-hidden />, run: removeIt },
  ];
  return (
    <div className="row part-tools">
      {tools.map(({ label, icon, run }) => (
        <Button key={label} size="small" icon={icon} onClick={run}>
          {label}
        </Button>
      ))}
    </div>
  );
}

/** A page or a group. */
function ContainerForm({ part }: { part: Page | Panel }): ReactElement {
  const t = useTexts();
  const change = useChange<Part>();
  return (
    <>
      <TextPair
        label={'type' in part ? t('authoring.groupTitle') : t('authoring.pageTitle')}
        isTitle
        text={part.title}
        onChange={(title, language) => change({ ...part, title }, `title ${language}`)}
      />
      <TextPair
        label={t('authoring.description')}
        text={part.description}
        onChange={(description, language) => change({ ...part, description }, `description ${language}`)}
      />
      <ConditionField part={part} />
      <PartName part={part} />
    </>
  );
}

/** What concerns the whole form: its title, what is said before it, and how long it takes. */
function WholeForm(): ReactElement {
  const t = useTexts();
  const { definition, change } = useAuthoring();
  const minutes = Math.max(1, Math.round(secondsToAskAll(definition) / 60));
  return (
    <section className="part-form">
      <header className="row part-head">
        <h2>{t('authoring.wholeForm')}</h2>
        <span className="muted">{t('authoring.minutes', { minutes })}</span>
      </header>
      <PartFindings />
      <TextPair
        label={t('authoring.formTitle')}
        text={definition.title}
        onChange={(title, language) =>
          change({ ...definition, title: title ?? { default: '' } }, `form title ${language}`)
        }
      />
      <TextPair
        label={t('authoring.introduction')}
        text={definition.description}
        onChange={(description, language) => {
          const { description: _old, ...rest } = definition;
          change(description === undefined ? rest : { ...rest, description }, `form description ${language}`);
        }}
      />
    </section>
  );
}
