import type { ReactElement } from 'react';
import type { Locale } from '@huhudao/protocol';
import {
  paperForm,
  readDraft,
  type PaperAnswer,
  type PaperHeading,
  type PaperItem,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../i18n/index.ts';
import './paper-preview.css';

/** The form as it will be printed: what is ticked and written on, item by item. */
export function PaperPreview({ definition, locale }: { definition: unknown; locale: Locale }): ReactElement {
  const t = useTexts();
  const form = readDraft(definition);
  if (form === null) return <p className="muted">{t('questionnaire.noPreview')}</p>;
  const { title, description, parts } = paperForm(form, locale);
  return (
    <article className="paper" lang={locale}>
      <h3 className="paper-title">{title}</h3>
      {description === '' ? null : <p>{description}</p>}
      {parts.map((part, index) =>
        part.kind === 'heading' ? (
          <Heading key={`heading ${index}`} heading={part} />
        ) : (
          <Item key={part.number} item={part} />
        ),
      )}
    </article>
  );
}

function Heading({ heading: { level, title, description } }: { heading: PaperHeading }): ReactElement {
  return (
    <header className={`paper-${level}`}>
      {title === '' ? null : <h4>{title}</h4>}
      {description === '' ? null : <p className="muted">{description}</p>}
    </header>
  );
}

function Item({ item: { number, title, hint, notes, answer } }: { item: PaperItem }): ReactElement {
  return (
    <section className="paper-item">
      <b>{number}.</b>
      <div>
        <b>{title}</b>
        {[hint, ...notes]
          .filter((said) => said !== '')
          .map((said) => (
            <p key={said} className="muted small">
              {said}
            </p>
          ))}
        <Room answer={answer} />
      </div>
    </section>
  );
}

function Room({ answer }: { answer: PaperAnswer }): ReactElement {
  switch (answer.kind) {
    case 'choices':
      return (
        <ul className="paper-choices">
          {answer.choices.map((said, index) => (
            <li key={`${index} ${said}`}>
              <Mark square={answer.several} /> {said}
            </li>
          ))}
        </ul>
      );
    case 'scale':
      return (
        <p className="row">
          {answer.lowest}
          {answer.steps.map((step) => (
            <span key={step} className="paper-step">
              {step}
            </span>
          ))}
          {answer.highest}
        </p>
      );
    case 'grid':
      return <Grid {...answer} />;
    case 'day':
      return <p>{answer.parts.map((part) => `______ ${part} `)}</p>;
    case 'lines':
      return (
        <>
          {Array.from({ length: answer.count }, (_, line) => (
            <p key={line} className="paper-line" />
          ))}
        </>
      );
  }
}

function Grid({ rows, columns }: { rows: readonly string[]; columns: readonly string[] }): ReactElement {
  return (
    <table className="paper-grid">
      <thead>
        <tr>
          <td aria-hidden />
          {columns.map((said, index) => (
            <th key={`${index} ${said}`}>{said}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index} ${row}`}>
            <th>{row}</th>
            {columns.map((said, place) => (
              <td key={`${place} ${said}`} aria-label={said}>
                <Mark square={false} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Mark = ({ square }: { square: boolean }): ReactElement => (
  <span className={square ? 'paper-mark square' : 'paper-mark'} aria-hidden />
);
