import { ArrowLeft } from 'lucide-react';
import { Breadcrumb, Button } from 'antd';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { searchOf, trailOf, type DrillPart, type DrillPlace } from './drill.ts';

const route = getRouteApi('/rounds/$roundId');

type Props = {
  place: DrillPlace;
  /** Above it nobody goes up: the area on the screen is the community itself. */
  fixed: boolean;
  nameOf: (part: DrillPart) => string;
};

/** Where one is between street and door, each step of it a link, and a button one step up. */
export function CoverageTrail({ place, fixed, nameOf }: Props): ReactElement | null {
  const t = useTexts();
  const navigate = route.useNavigate();
  const trail = trailOf(place).slice(fixed ? 1 : 0);
  const above = trail.at(-2);
  if (above === undefined) return null;
  const items = trail.map(({ part, place: at }, index) => {
    const name = part === undefined ? t('round.allCommunities') : nameOf(part);
    const last = index === trail.length - 1;
    return {
      key: part ?? 'all',
      title: last ? name : <PlaceLink place={at} name={name} />,
    };
  });
  return (
    <nav className="row" aria-label={t('monitor.trail')}>
      <Button
        icon={<ArrowLeft size={16} aria-hidden />}
        onClick={() => void navigate({ search: (old) => ({ ...old, ...searchOf(above.place) }) })}
      >
        {t('monitor.up')}
      </Button>
      <Breadcrumb items={items} />
    </nav>
  );
}

type LinkProps = { place: DrillPlace; name: string };

/** A place as a link, so that it can be kept, sent, and opened beside this one. */
export function PlaceLink({ place, name }: LinkProps): ReactElement {
  return (
    <Link from={route.id} to="." search={(old) => ({ ...old, tab: undefined, ...searchOf(place) })}>
      {name}
    </Link>
  );
}

/** All stairwells of a community in one list, where they are given to teams. */
export function AllStairwellsLink({
  communityId,
  name,
}: {
  communityId: string;
  name: string;
}): ReactElement {
  return (
    <Link
      from={route.id}
      to="."
      search={(old) => ({
        ...old,
        tab: undefined,
        ...searchOf({ community: communityId }),
        list: 'stairwells' as const,
      })}
    >
      {name}
    </Link>
  );
}
