import { Descriptions } from 'antd';
import type { ReactElement } from 'react';
import { usualWindows, type TimeWindow } from '@huhudao/domain';
import { listQuestionnaires, listTeams } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useFormat } from '../../parts/format.ts';
import { useTitle } from '../../parts/use-title.ts';
import { useScopeNames } from './places/use-scope-names.ts';
import { isAssessed, type RoundDraft } from './round-draft.ts';

/** All that was decided about a round. */
export function RoundFacts({ draft, streetId }: { draft: RoundDraft; streetId: string }): ReactElement {
  const t = useTexts();
  const words = useWords();
  const format = useFormat();
  const { locale } = useLocale();
  const nameOf = useScopeNames(draft, streetId);
  const titleOf = useVersionTitle();
  const teamName = useTeamName(streetId);
  const day = (one: string | null): string => (one === null ? '—' : formatShortDay(one, locale));
  const hourText = ({ from, until }: TimeWindow): string => `${from}–${until}`;
  const hoursOf = ({ windows }: RoundDraft): string =>
    format.list(
      (windows.length === 0 ? usualWindows : windows).map(
        (one) => `${t(`round.windowDay.${one.days}`)} ${hourText(one)}`,
      ),
    );
  const communities = draft.communityIds.map((id) => {
    const size = draft.sampleSizes[id];
    const name = nameOf(id);
    return draft.purpose === 'measurement' && size !== undefined ? `${name} ${size}` : name;
  });
  const adultsText = ({ adults }: RoundDraft): string =>
    adults === undefined
      ? t('adults.by.anyone')
      : t('adults.told', { ...adults, by: t(`adults.by.${adults.by}`), months: adults.monthsResident });
  const items = [
    [t('round.purpose'), draft.purpose === null ? '—' : words.purpose(draft.purpose)],
    [t('round.window'), `${day(draft.startsOn)} – ${day(draft.deadline)}`],
    [draft.purpose === 'measurement' ? t('round.scopeSample') : t('round.scope'), format.list(communities)],
    [t('round.questionnaire'), titleOf(draft.questionnaireHash)],
    [t('round.visitForm'), titleOf(draft.visitFormHash)],
    ...(draft.purpose === 'measurement' ? [[t('adults.who'), adultsText(draft)] as const] : []),
    [t('round.teams'), isAssessed(draft) ? t('sample.ownTeam') : format.list(draft.teamIds.map(teamName))],
    [t('round.attempts'), String(draft.attemptsWanted)],
    [t('round.windows'), hoursOf(draft)],
    [t('round.quiet'), format.list(draft.quiet.map(hourText))],
    [t('round.statement'), draft.statement],
    [t('round.materials'), format.list(draft.materials)],
  ] as const;
  return (
    <Descriptions
      styles={{ label: { width: 180 } }}
      size="small"
      bordered
      column={1}
      items={items.map(([label, children]) => ({ key: label, label, children: children || '—' }))}
    />
  );
}

function useVersionTitle(): (hash: string | null) => string {
  const t = useTexts();
  const title = useTitle();
  const forms = useRead(listQuestionnaires, {});
  return (hash) => {
    const version = forms.data?.flatMap((one) => one.versions).find((one) => one.hash === hash);
    if (version === undefined) return '—';
    return t('round.versionOption', { title: title(version.title), number: version.number });
  };
}

function useTeamName(streetId: string): (id: string) => string {
  const session = useSession();
  const { tree, area } = useArea();
  const place = may(session, tree, 'teams.read', streetId) ? streetId : area.id;
  const teams = useRead(
    listTeams,
    { params: { areaId: place } },
    { enabled: may(session, tree, 'teams.read', place) },
  );
  return (id) => teams.data?.find((team) => team.id === id)?.name ?? '…';
}
