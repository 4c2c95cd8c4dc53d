import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useArea } from '../../api/areas.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { sumOf, usePlaceCounts } from './places/use-places.ts';
import { isAssessed, type RoundDraft } from './round-draft.ts';
import { useWithoutTeam } from './use-without-team.ts';

/** What opening the round will do, in words: whose doors, who goes, what comes of it, and who sees it. */
export function OpeningWords({ draft, streetId }: { draft: RoundDraft; streetId: string }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { tree } = useArea();
  const counts = usePlaceCounts(streetId, draft);
  const withoutTeam = useWithoutTeam(draft, streetId);
  const assessed = isAssessed(draft);
  const { communityIds, reserves } = draft;
  const teams = draft.teamIds.length;
  const drawn = communityIds.reduce((all, id) => all + (draft.sampleSizes[id] ?? 0), 0);
  const nameOf = (id: string): string => {
    const name = tree.find(id)?.name ?? id;
    return draft.parts[id] === undefined ? name : t('places.partly', { name });
  };
  const names = format.list(communityIds.map(nameOf));
  const places = { names, households: format.number(sumOf(counts.data, 'households')) };
  const sentenceOfDoors = (): string => {
    if (draft.purpose === 'measurement')
      return t('sample.willDraw', { ...places, drawn: format.number(drawn) });
    if (draft.purpose === 'hotline') return t('hotline.willVisit', { ...places, count: visited(draft) });
    return t('sample.willVisit', places);
  };
  const whoSees = (): string => {
    if (draft.purpose === 'hotline') return t('hotline.willShow');
    return t(assessed ? 'sample.willHide' : 'sample.willShow');
  };
  const sentences = [
    sentenceOfDoors(),
    reserves === undefined ? null : t('sample.willKeep', { ...reserves }),
    assessed ? t('sample.willAssess') : teams === 0 ? null : t('sample.willSend', { count: teams }),
    assessed || withoutTeam === null ? null : t('round.withoutTeam', { names: withoutTeam }),
    whoSees(),
    t('round.openFreezes'),
  ].filter((sentence) => sentence !== null);
  return (
    <Card size="small" title={t('sample.willDo')} loading={counts.isPending}>
      <ul className="round-effects">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

/** Doors of the cases that a round goes to. */
const visited = ({ cases }: RoundDraft): number =>
  new Set(cases.flatMap(({ door }) => (door?.visitable === true ? door.householdId : []))).size;
