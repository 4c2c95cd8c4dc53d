import { Button, Descriptions, Drawer, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import {
  dissolveHouseholdGroup,
  endStewardTerm,
  listStewardTerms,
  printNoticeBoard,
  printNoticeBoards,
  type StewardTermView,
  type StewardUnit,
} from '@huhudao/protocol';
import { useLocale } from '@huhudao/ui';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { saveFile } from '../../parts/download.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useNotify, useSaved } from '../../parts/notify.ts';
import { changedByTerms, TermDialog } from './term-dialog.tsx';
import { TermHistory } from './term-history.tsx';
import { PhoneForm } from './phone.form.tsx';

type Props = { unit: StewardUnit | null; onClose: () => void };

/** One unit: who looks after it, who did and who will, and what can be done about it. */
export function UnitDrawer({ unit, onClose }: Props): ReactElement {
  return (
    <Drawer open={unit !== null} onClose={onClose} size={560} destroyOnHidden title={unit?.place}>
      {unit === null ? null : <Contents key={unit.unitId} unit={unit} onClose={onClose} />}
    </Drawer>
  );
}

function Contents({ unit, onClose }: { unit: StewardUnit; onClose: () => void }): ReactElement {
  const t = useTexts();
  const { communityId: areaId, unitId } = unit;
  const terms = useRead(listStewardTerms, { params: { areaId, unitId } });
  return (
    <div className="stack">
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          { key: 'level', label: t('steward.level.title'), children: t(`steward.level.${unit.level}`) },
          { key: 'community', label: t('steward.community'), children: unit.communityName },
          { key: 'grid', label: t('steward.grid'), children: unit.gridName ?? '—' },
        ]}
      />
      <Loaded of={terms}>
        {(all) => (
          <>
            <Actions
              unit={unit}
              current={all.find(({ state }) => state === 'current')}
              coming={all.some(({ state }) => state === 'coming')}
            />
            <h3>{t('steward.history')}</h3>
            <TermHistory areaId={areaId} terms={all} />
          </>
        )}
      </Loaded>
      {unit.stairwellId === null ? null : <Printing areaId={areaId} stairwellId={unit.stairwellId} />}
      {unit.level === 'building' ? <Printing areaId={areaId} buildingId={unit.unitId} /> : null}
      {unit.level === 'group' ? <Dissolve unit={unit} onDone={onClose} /> : null}
    </div>
  );
}

type ActionProps = { unit: StewardUnit; current: StewardTermView | undefined; coming: boolean };

function Actions({ unit, current, coming }: ActionProps): ReactElement {
  return current === undefined ? (
    <Vacant unit={unit} coming={coming} />
  ) : (
    <InOffice unit={unit} current={current} coming={coming} />
  );
}

function Vacant({ unit, coming }: { unit: StewardUnit; coming: boolean }): ReactElement {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  return (
    <div className="row">
      <Button type="primary" disabled={coming} onClick={() => setAsking(true)}>
        {t('steward.appoint')}
      </Button>
      {asking ? <TermDialog kind="appoint" units={[unit]} onClose={close} onDone={close} /> : null}
    </div>
  );
}

type InOfficeProps = { unit: StewardUnit; current: StewardTermView; coming: boolean };

function InOffice({ unit, current, coming }: InOfficeProps): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const end = useWrite(endStewardTerm, changedByTerms);
  const params = { areaId: unit.communityId, termId: current.id };
  return (
    <>
      <div className="row">
        <strong>{current.personName}</strong>
        <Button type="primary" disabled={coming} onClick={() => setAsking(true)}>
          {t('steward.handOver')}
        </Button>
        <Popconfirm
          title={t('steward.endTitle', { name: current.personName })}
          description={t('steward.endText')}
          onConfirm={() => end.mutate({ params, body: {} }, { ...saved(), onError: notify.failed })}
        >
          <Button loading={end.isPending}>{t('steward.end')}</Button>
        </Popconfirm>
      </div>
      <PhoneForm key={current.id} params={params} phone={current.phone} />
      {asking ? (
        <TermDialog kind="handOver" units={[unit]} termId={current.id} onClose={close} onDone={close} />
      ) : null}
    </>
  );
}

type PrintingProps = { areaId: string } & ({ stairwellId: string } | { buildingId: string });

/** Of one stairwell, or of all of a building as one file. */
function Printing({ areaId, ...of }: PrintingProps): ReactElement {
  const t = useTexts();
  const notify = useNotify();
  const { locale } = useLocale();
  const one = useWrite(printNoticeBoard);
  const all = useWrite(printNoticeBoards);
  const then = { onSuccess: saveFile, onError: notify.failed };
  const start = (paper: 'a4' | 'a3'): void => {
    const query = { paper, language: locale };
    if ('stairwellId' in of) one.mutate({ params: { areaId, ...of }, query }, then);
    else all.mutate({ params: { areaId, ...of }, query }, then);
  };
  return (
    <section>
      <h3>{t('steward.print')}</h3>
      <p className="muted small">{'buildingId' in of ? t('steward.printAll') : t('steward.printAbout')}</p>
      <div className="row">
        {(['a4', 'a3'] as const).map((paper) => (
          <Button key={paper} loading={one.isPending || all.isPending} onClick={() => start(paper)}>
            {t(`steward.paper.${paper}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Dissolve({ unit, onDone }: { unit: StewardUnit; onDone: () => void }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const notify = useNotify();
  const dissolve = useWrite(dissolveHouseholdGroup, changedByTerms);
  const params = { areaId: unit.communityId, groupId: unit.unitId };
  return (
    <Popconfirm
      title={t('steward.dissolveTitle', { place: unit.place })}
      description={t('steward.dissolveText')}
      onConfirm={() => dissolve.mutate({ params }, { ...saved(onDone), onError: notify.failed })}
    >
      <Button className="self-start" danger>
        {t('steward.dissolve')}
      </Button>
    </Popconfirm>
  );
}
