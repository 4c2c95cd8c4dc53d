import { Button, Card, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  listBuildings,
  printDoorNotices,
  type BuildingView,
  type PlanView,
  type RoundView,
} from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { may, useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveFile } from '../../parts/download.ts';
import { useNotify } from '../../parts/notify.ts';

/** Notices of a visit to print: for a building, a stairwell or a plan; nothing for those who may not. */
export function DoorNotices({ round, plans }: { round: RoundView; plans: PlanView[] }): ReactElement | null {
  const session = useSession();
  const { tree, area } = useArea();
  if (round.state !== 'open' || area.kind === 'district') return null;
  return may(session, tree, 'notices.print', area.id) ? <Printing round={round} plans={plans} /> : null;
}

function Printing({ round, plans }: { round: RoundView; plans: PlanView[] }): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const { locale } = useLocale();
  const { area } = useArea();
  const [placeId, setPlaceId] = useState<string>();
  const [each, setEach] = useState<Each>('door');
  const [paper, setPaper] = useState<Paper>('a5');
  const buildings = useRead(listBuildings, { params: { areaId: area.id } });
  const print = useWrite(printDoorNotices);
  const options = usePlaces(buildings.data ?? [], plans);
  const start = (): void => {
    if (placeId === undefined) return;
    const params = { areaId: area.id, roundId: round.id, placeId };
    print.mutate(
      { params, query: { each, paper, language: locale } },
      { onSuccess: saveFile, onError: notify.failed },
    );
  };
  return (
    <Card size="small" title={t('round.notices')}>
      <div className="stack">
        <p className="muted small">{t('round.noticesAbout')}</p>
        <div className="row">
          <Select
            className="round-notice-place"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('round.noticePlace')}
            placeholder={t('round.noticePlace')}
            loading={buildings.isPending}
            options={options}
            value={placeId}
            onChange={setPlaceId}
          />
          <Sheets each={each} paper={paper} onEach={setEach} onPaper={setPaper} />
          <Button type="primary" disabled={placeId === undefined} loading={print.isPending} onClick={start}>
            {t('round.noticePrint')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type Each = 'door' | 'stairwell';
type Paper = 'a5' | 'a4';
type SheetsProps = {
  each: Each;
  paper: Paper;
  onEach: (each: Each) => void;
  onPaper: (paper: Paper) => void;
};

function Sheets({ each, paper, onEach, onPaper }: SheetsProps): ReactElement {
  const t = useTexts();
  return (
    <>
      <Segmented
        aria-label={t('round.noticeEach')}
        value={each}
        onChange={onEach}
        options={[
          { value: 'door', label: t('round.noticeDoor') },
          { value: 'stairwell', label: t('round.noticeStairwell') },
        ]}
      />
      <Segmented
        aria-label={t('round.noticePaper')}
        value={paper}
        onChange={onPaper}
        options={[
          { value: 'a5', label: 'A5' },
          { value: 'a4', label: 'A4' },
        ]}
      />
    </>
  );
}

/** What is planned comes first, then buildings with their stairwells. */
function usePlaces(buildings: readonly BuildingView[], plans: readonly PlanView[]) {
  const t = useTexts();
  const { locale } = useLocale();
  const planned = plans.map(({ id, day, from, place }) => ({
    value: id,
    label: `${formatShortDay(day, locale)} ${from} ${place}`,
  }));
  const built = buildings.flatMap(({ id, compoundName, label, stairwells }) => {
    const place = `${compoundName} ${label}`;
    const inside = stairwells.map((one) => ({ value: one.id, label: `${place} ${one.label}` }));
    return [{ value: id, label: place }, ...inside];
  });
  return [
    { label: t('round.noticePlanned'), options: planned },
    { label: t('round.noticeBuildings'), options: built },
  ].filter((group) => group.options.length > 0);
}
