import { Alert, Button, Card, Table } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { listProgrammes, listRounds, makeProgrammeRounds, type ProgrammeView } from '@huhudao/protocol';
import { formatShortDay, useLocale } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useFormat } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { ShareBar } from '../../parts/share-bar.tsx';
import { RoundStateChip } from '../rounds/round-state-chip.tsx';

type Props = { programme: ProgrammeView; districtId: string };
type Street = ProgrammeView['streets'][number];

/** A programme with how far each of its streets is. */
export function ProgrammeCard({ programme, districtId }: Props): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const { name, startsOn, deadline, streets } = programme;
  return (
    <Card
      size="small"
      title={name}
      extra={`${formatShortDay(startsOn, locale)} – ${formatShortDay(deadline, locale)}`}
    >
      <MissingRounds programme={programme} districtId={districtId} />
      <Table<Street>
        size="small"
        rowKey="streetId"
        pagination={false}
        dataSource={streets}
        columns={[
          { title: t('programme.street'), render: (_, street) => <RoundLink street={street} /> },
          {
            title: t('programme.toDraw'),
            align: 'right',
            render: (_, { sampleSizes }) =>
              format.number(Object.values(sampleSizes).reduce((all, one) => all + one, 0)),
          },
          {
            title: t('round.state'),
            render: (_, { round }) => (round === null ? '—' : <RoundStateChip state={round.state} />),
          },
          { title: t('round.progress'), width: 232, render: (_, { round }) => <Progress round={round} /> },
        ]}
      />
    </Card>
  );
}

/** A round is a street's: the page turns to it. */
function RoundLink({ street: { streetId, streetName, round } }: { street: Street }): ReactElement {
  const { choose } = useArea();
  const navigate = useNavigate();
  if (round === null) return <>{streetName}</>;
  const open = (): void => {
    choose(streetId);
    void navigate({ to: '/rounds/$roundId', params: { roundId: round.id } });
  };
  return (
    <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={open}>
      {streetName}
    </Button>
  );
}

function Progress({ round }: { round: Street['round'] }): ReactElement | null {
  const t = useTexts();
  const format = useFormat();
  if (round === null || round.eligible === 0) return null;
  const label = t('round.progressLine', {
    settled: format.number(round.settled),
    assigned: format.number(round.eligible),
  });
  return (
    <>
      <ShareBar share={round.settled / round.eligible} label={label} />
      <div className="small muted">{label}</div>
    </>
  );
}

/** Where a street could not get its round, or its draft was thrown away. */
function MissingRounds({ programme, districtId }: Props): ReactElement | null {
  const t = useTexts();
  const make = useWrite(makeProgrammeRounds, [listProgrammes, listRounds]);
  const missing = programme.streets.filter(({ round }) => round === null).length;
  if (missing === 0) return null;
  const params = { areaId: districtId, programmeId: programme.id };
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('programme.missing', { count: missing })}
        action={
          <Button size="small" loading={make.isPending} onClick={() => make.mutate({ params })}>
            {t('programme.make')}
          </Button>
        }
      />
      {make.isError ? <ProblemNote error={make.error} /> : null}
    </>
  );
}
