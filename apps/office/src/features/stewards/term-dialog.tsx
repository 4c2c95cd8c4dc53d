import { Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import {
  appointSteward,
  countStewards,
  handOverSteward,
  listBuildings,
  listStewardTerms,
  listStewardUnits,
  type StewardUnit,
} from '@huhudao/protocol';
import { today } from '@huhudao/ui';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useSaved } from '../../parts/notify.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { ProblemNote } from '../../parts/problem.tsx';

/** What a change of a term changes on the screens. */
export const changedByTerms = [listStewardUnits, countStewards, listStewardTerms, listBuildings];

type Values = { personId: string; startsOn: string; phone?: string };
type Props = { onClose: () => void; onDone: () => void } & (
  | { kind: 'appoint'; units: readonly StewardUnit[] }
  | { kind: 'handOver'; units: readonly [StewardUnit]; termId: string }
);

/** Who begins a term, on which day, and which number is published: of vacancies of one level, or of a successor. */
export function TermDialog(props: Props): ReactElement | null {
  const t = useTexts();
  const saved = useSaved();
  const { area } = useArea();
  const [form] = Form.useForm<Values>();
  const appoint = useWrite(appointSteward, changedByTerms);
  const handOver = useWrite(handOverSteward, changedByTerms);
  const [first] = props.units;
  if (first === undefined) return null;
  const begin = ({ personId, startsOn, phone: typed = '' }: Values): void => {
    const phone = typed.trim() === '' ? null : typed.trim();
    const body = { personId, startsOn, phone };
    if (props.kind === 'handOver')
      return handOver.mutate(
        { params: { areaId: area.id, termId: props.termId }, body },
        saved(props.onDone),
      );
    const unitIds = props.units.map(({ unitId }) => unitId);
    appoint.mutate(
      { params: { areaId: area.id }, body: { ...body, level: first.level, unitIds } },
      saved(props.onDone),
    );
  };
  const failure = appoint.error ?? handOver.error;
  return (
    <Modal
      open
      title={
        props.kind === 'handOver'
          ? t('steward.handOverTitle')
          : t('steward.appointTitle', { level: t(`steward.level.${first.level}`) })
      }
      okText={t(`steward.${props.kind}`)}
      okButtonProps={{ loading: appoint.isPending || handOver.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <p className="muted">{props.units.map(({ place }) => place).join('、')}</p>
      {props.kind === 'handOver' ? <p>{t('steward.handOverText')}</p> : null}
      <Form<Values> form={form} layout="vertical" initialValues={{ startsOn: today() }} onFinish={begin}>
        <TermFields unit={first} kind={props.kind} />
      </Form>
      {failure === null ? null : <ProblemNote error={failure} />}
    </Modal>
  );
}

/** As the contract has it. */
export const phonePattern = /^\+?[0-9][0-9 -]{4,24}$/;

function TermFields({ unit, kind }: { unit: StewardUnit; kind: Props['kind'] }): ReactElement {
  const t = useTexts();
  const required = [{ required: true, message: t('start.required') }];
  const staff = unit.level === 'area' || unit.level === 'grid';
  return (
    <>
      <Form.Item
        name="personId"
        label={t('steward.person')}
        extra={t(staff ? 'steward.suitsStaff' : 'steward.suits')}
        rules={required}
      >
        <PersonSelect areaId={unit.communityId} {...(staff ? {} : { holding: 'buildingHead' as const })} />
      </Form.Item>
      <Form.Item
        name="startsOn"
        label={t(kind === 'handOver' ? 'steward.handOverOn' : 'steward.startsOn')}
        rules={required}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('steward.phoneLabel')}
        extra={t('steward.phoneHint')}
        rules={[{ pattern: phonePattern, message: t('steward.phoneWrong') }]}
      >
        <Input maxLength={26} autoComplete="off" />
      </Form.Item>
    </>
  );
}
