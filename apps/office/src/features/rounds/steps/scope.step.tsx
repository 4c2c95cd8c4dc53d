import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useArea } from '../../../api/areas.ts';
import { useTexts } from '../../../i18n/index.ts';
import { EmptyHint } from '../../../parts/empty.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { SavedSelections } from '../../selections/saved-selections.tsx';
import { HotlineList } from '../hotline/hotline-list.tsx';
import { PlacesChooser } from '../places/places-chooser.tsx';
import { SampleSizes } from '../places/sample-sizes.tsx';
import { useBelowGrid } from '../places/use-below-grid.ts';
import { usePlaceCounts } from '../places/use-places.ts';
import type { StepProps } from '../round-form.tsx';
import { ReservesChoice } from './reserves-choice.tsx';
import { SampleHelper } from './sample-helper.tsx';

/** Which places, or in a hotline round which cases. */
export function ScopeStep(props: StepProps): ReactElement {
  return props.draft.purpose === 'hotline' ? <HotlineList {...props} /> : <PlacesStep {...props} />;
}

/** Which places, and in a measurement round how many households of each community are drawn. */
function PlacesStep({ draft, change, streetId }: StepProps): ReactElement {
  const t = useTexts();
  const { tree } = useArea();
  const communities = tree.communitiesOf(streetId);
  const wholes = usePlaceCounts(streetId, { communityIds: communities.map(({ id }) => id), parts: {} });
  const belowGrid = useBelowGrid(draft);
  const { communityIds, parts } = draft;
  const step = { draft, change, streetId, communities };
  if (communities.length === 0)
    return <EmptyHint title={t('places.noCommunities')} hint={t('places.noCommunitiesHint')} />;
  return (
    <div className="stack">
      <Loaded of={wholes}>
        {(counts) => (
          <PlacesChooser
            streetId={streetId}
            communities={communities}
            households={new Map(counts.map((one) => [one.communityId, one.households]))}
            choice={{ communityIds, parts }}
            set={change}
          >
            {(set) => <SavedSelections streetId={streetId} choice={{ communityIds, parts }} choose={set} />}
          </PlacesChooser>
        )}
      </Loaded>
      {belowGrid === null ? null : (
        <Alert type="warning" showIcon title={t('places.belowGrid', { names: belowGrid })} />
      )}
      {draft.purpose === 'measurement' ? (
        <>
          <SampleHelper {...step} />
          <SampleSizes {...step} />
          <ReservesChoice draft={draft} change={change} />
        </>
      ) : null}
    </div>
  );
}
