import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { listProgrammes } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { NewProgramme } from './new-programme.tsx';
import { ProgrammeCard } from './programme-card.tsx';

/** Measurements in several streets, for the district that begins them. */
export function ProgrammesPage(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { tree, area } = useArea();
  const district = tree.upwards(area.id).find(({ kind }) => kind === 'district');
  if (district === undefined || !may(session, tree, 'programmes.manage', district.id))
    return <EmptyHint title={t('programme.notYours')} hint={t('programme.notYoursHint')} />;
  return <Programmes districtId={district.id} />;
}

function Programmes({ districtId }: { districtId: string }): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  const [open, setOpen] = useState(false);
  const programmes = useRead(listProgrammes, { params: { areaId: districtId } }, { every: 60_000 });
  return (
    <>
      <PageHead title={t('programme.title')} about={tree.find(districtId)?.name}>
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('programme.new')}
        </Button>
      </PageHead>
      <Loaded of={programmes}>
        {(all) =>
          all.length === 0 ? (
            <EmptyHint title={t('programme.none')} hint={t('programme.noneHint')} />
          ) : (
            <div className="stack">
              {all.map((one) => (
                <ProgrammeCard key={one.id} programme={one} districtId={districtId} />
              ))}
            </div>
          )
        }
      </Loaded>
      <NewProgramme districtId={districtId} open={open} close={() => setOpen(false)} />
    </>
  );
}
