import { Alert, Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { allocateSample, type AreaView, type ResponseOf } from '@huhudao/protocol';
import { useWrite } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useFormat } from '../../../parts/format.ts';
import { ProblemNote } from '../../../parts/problem.tsx';
import type { StepProps } from '../round-form.tsx';

type Wanted = z.input<(typeof allocateSample)['body']>;
type Kind = Wanted['method']['kind'];
const kinds = ['proportional', 'squareRoot', 'neyman', 'fixed', 'margin'] as const satisfies readonly Kind[];

/** What somebody expects and wants; shares in per cent. */
type Wishes = {
  kind: Kind;
  /** Households of the whole sample, or of each community where they are all alike; null until somebody says. */
  households: number | null;
  margin: number;
  response: number;
  eligibility: number;
  published: boolean;
  /** What is expected of each community's rate; one half where nobody says. */
  expected: Record<string, number>;
};
const usual: Wishes = {
  ...{ kind: 'proportional', households: null, margin: 8, response: 70, eligibility: 95, published: true },
  expected: {},
};

/** Responses that a community's published rate takes (measurement rules, §3). */
const completesWanted = 60;

/** As many as each community needs for a rate of its own, as long as nobody says otherwise. */
function householdsOf({ kind, households, response, eligibility }: Wishes, communities: number): number {
  const each = Math.ceil(completesWanted / ((response / 100) * (eligibility / 100)));
  return households ?? each * (kind === 'fixed' ? 1 : Math.max(1, communities));
}

function methodOf(wishes: Wishes, communities: number): Wanted['method'] {
  const { kind, margin, expected } = wishes;
  const households = householdsOf(wishes, communities);
  const shares = Object.fromEntries(Object.entries(expected).map(([id, share]) => [id, share / 100]));
  switch (kind) {
    case 'margin':
      return { kind, margin: margin / 100 };
    case 'fixed':
      return { kind, perCommunity: households };
    case 'neyman':
      return { kind, total: households, shares };
    default:
      return { kind, total: households };
  }
}

type Props = StepProps & { communities: readonly AreaView[] };

/** Shares a sample out among the communities chosen, and says where it will be too small to publish a rate. */
export function SampleHelper({ draft, change, streetId, communities }: Props): ReactElement {
  const t = useTexts();
  const [wishes, setWishes] = useState(usual);
  const allocate = useWrite(allocateSample);
  const { communityIds } = draft;
  const share = (): void => {
    const body = {
      communityIds,
      parts: draft.parts,
      method: methodOf(wishes, communityIds.length),
      expectedResponse: wishes.response / 100,
      expectedEligibility: wishes.eligibility / 100,
      published: wishes.published,
    };
    const onSuccess = ({ communities: all }: ResponseOf<typeof allocateSample>): void =>
      change({ sampleSizes: Object.fromEntries(all.map((one) => [one.communityId, one.sampleSize])) });
    allocate.mutate({ params: { areaId: streetId }, body }, { onSuccess });
  };
  return (
    <div className="stack">
      <Form layout="inline" component="div" className="round-sample">
        <WishFields
          wishes={wishes}
          communities={communityIds.length}
          set={(next) => setWishes((old) => ({ ...old, ...next }))}
        />
        <Button disabled={communityIds.length === 0} loading={allocate.isPending} onClick={share}>
          {t('sample.shareOut')}
        </Button>
      </Form>
      {wishes.kind === 'neyman' ? (
        <ExpectedShares
          communities={communities.filter(({ id }) => communityIds.includes(id))}
          expected={wishes.expected}
          set={(expected) => setWishes((old) => ({ ...old, expected }))}
        />
      ) : null}
      {allocate.isError ? <ProblemNote error={allocate.error} /> : null}
      {allocate.data === undefined ? null : <Outlook allocated={allocate.data} />}
    </div>
  );
}

type WishProps = { wishes: Wishes; communities: number; set: (next: Partial<Wishes>) => void };

function WishFields({ wishes, communities, set }: WishProps): ReactElement {
  const t = useTexts();
  const values = { ...wishes, households: householdsOf(wishes, communities) };
  const number = (key: 'households' | 'margin' | 'response' | 'eligibility', min: number, max: number) => (
    <Form.Item label={t(`sample.${key}`)} htmlFor={`round-${key}`}>
      <InputNumber
        id={`round-${key}`}
        min={min}
        max={max}
        precision={0}
        controls={false}
        value={values[key]}
        onChange={(value) => set({ [key]: value ?? usual[key] })}
      />
    </Form.Item>
  );
  return (
    <>
      <Form.Item label={t('sample.method')} htmlFor="round-method">
        <Select
          id="round-method"
          popupMatchSelectWidth={false}
          value={wishes.kind}
          onChange={(kind: Kind) => set({ kind, households: null })}
          options={kinds.map((kind) => ({ value: kind, label: t(`sample.kind.${kind}`) }))}
        />
      </Form.Item>
      {wishes.kind === 'margin' ? number('margin', 1, 20) : number('households', 1, 200_000)}
      {number('response', 1, 100)}
      {number('eligibility', 1, 100)}
      <Form.Item>
        <Checkbox checked={wishes.published} onChange={({ target }) => set({ published: target.checked })}>
          {t('sample.published')}
        </Checkbox>
      </Form.Item>
    </>
  );
}

type SharesProps = {
  communities: readonly AreaView[];
  expected: Record<string, number>;
  set: (expected: Record<string, number>) => void;
};

function ExpectedShares({ communities, expected, set }: SharesProps): ReactElement {
  const t = useTexts();
  return (
    <Form layout="inline" component="div" className="round-sample">
      <span className="muted small">{t('sample.expectedHint')}</span>
      {communities.map(({ id, name }) => (
        <Form.Item key={id} label={name} htmlFor={`round-expected-${id}`}>
          <InputNumber
            id={`round-expected-${id}`}
            min={1}
            max={99}
            precision={0}
            controls={false}
            value={expected[id] ?? 50}
            onChange={(value) => set({ ...expected, [id]: value ?? 50 })}
          />
        </Form.Item>
      ))}
    </Form>
  );
}

/** What the sizes will give; a community below the floor is named. */
function Outlook({ allocated }: { allocated: ResponseOf<typeof allocateSample> }): ReactElement {
  const t = useTexts();
  const format = useFormat();
  const { floor, communities } = allocated;
  const drawn = communities.reduce((all, one) => all + one.sampleSize, 0);
  const completes = communities.reduce((all, one) => all + one.expectedCompletes, 0);
  const small = communities.filter((one) => !one.reachesFloor);
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('sample.outlook', {
          drawn: format.number(drawn),
          completes: format.number(Math.floor(completes)),
        })}
      />
      {small.map((one) => (
        <Alert
          key={one.communityId}
          type="warning"
          showIcon
          title={t(one.sampleSize >= one.frameSize ? 'sample.tooSmallWhole' : 'sample.tooSmall', {
            name: one.communityName,
            completes: format.number(Math.floor(one.expectedCompletes)),
            floor,
          })}
        />
      ))}
    </>
  );
}
