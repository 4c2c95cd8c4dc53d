import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { OpeningWords } from '../opening-words.tsx';
import type { Missing, RoundDraft, RoundStep } from '../round-draft.ts';
import { RoundFacts } from '../round-facts.tsx';

type Props = {
  draft: RoundDraft;
  missing: readonly Missing[];
  streetId: string;
  go: (step: RoundStep) => void;
};

/** Everything on one page, and what is missing, with the way to it. */
export function CheckStep({ draft, missing, streetId, go }: Props): ReactElement {
  const t = useTexts();
  const wordsOf = (gap: Missing): string => {
    if (gap.what === 'communityTeams') return t('round.withoutTeam', { names: gap.names });
    if (gap.what === 'belowGrid') return t('places.belowGrid', { names: gap.names });
    return t(`round.missing.${gap.what}`);
  };
  return (
    <div className="stack">
      {missing.length === 0 ? <Alert type="success" showIcon title={t('round.complete')} /> : null}
      {missing.map((gap) => (
        <Alert
          key={gap.what}
          type="warning"
          showIcon
          title={wordsOf(gap)}
          action={
            <Button size="small" onClick={() => go(gap.step)}>
              {t('round.fill')}
            </Button>
          }
        />
      ))}
      {draft.purpose === null || draft.communityIds.length === 0 ? null : (
        <OpeningWords draft={draft} streetId={streetId} />
      )}
      <RoundFacts draft={draft} streetId={streetId} />
    </div>
  );
}
