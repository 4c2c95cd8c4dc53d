import { Button } from 'antd';
import type { ReactElement } from 'react';
import { resumeStewardTerm, type StewardTermView } from '@huhudao/protocol';
import { formatDay, useLocale } from '@huhudao/ui';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useNotify, useSaved } from '../../parts/notify.ts';
import { changedByTerms } from './term-dialog.tsx';

type Props = { areaId: string; terms: readonly StewardTermView[] };

/** Every term of a unit, the latest first; the latest can be resumed where its end was a mistake. */
export function TermHistory({ areaId, terms }: Props): ReactElement {
  const t = useTexts();
  const { locale } = useLocale();
  if (terms.length === 0) return <p className="muted">{t('steward.noHistory')}</p>;
  const span = ({ startsOn, endsOn }: StewardTermView): string =>
    endsOn === null
      ? t('steward.termOpen', { from: formatDay(startsOn, locale) })
      : t('steward.termSpan', { from: formatDay(startsOn, locale), until: formatDay(endsOn, locale) });
  return (
    <ul className="plain-list">
      {terms.map((term, index) => (
        <li key={term.id} className="row">
          <span>{term.personName}</span>
          <span className="muted small">
            {span(term)} · {t(`steward.termState.${term.state}`)}
          </span>
          {index === 0 && term.endsOn !== null ? <Resume areaId={areaId} termId={term.id} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Resume({ areaId, termId }: { areaId: string; termId: string }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const notify = useNotify();
  const resume = useWrite(resumeStewardTerm, changedByTerms);
  return (
    <Button
      size="small"
      loading={resume.isPending}
      onClick={() => resume.mutate({ params: { areaId, termId } }, { ...saved(), onError: notify.failed })}
    >
      {t('steward.resume')}
    </Button>
  );
}
