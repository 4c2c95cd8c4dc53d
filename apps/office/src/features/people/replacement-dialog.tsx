import { Alert, Form, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { listTeams, readOpenWork, replacePerson, type OpenWork, type Replaced } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { PersonSelect } from '../../parts/person-select.tsx';
import { ProblemNote } from '../../parts/problem.tsx';
import { PlaceField } from './place-field.tsx';
import { isComplete, placesOf, type Choice } from './replacement.ts';

/** Somebody leaves: who, what they have in hand, who takes it; and only then it moves. */
export function ReplacementDialog({ onClose }: { onClose: () => void }): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const leaving = useLeaving(area.id);
  const { personId, choose, work, inHand, ready, send, replace } = leaving;
  if (replace.data !== undefined) return <Done result={replace.data} onClose={onClose} />;
  return (
    <Modal
      open
      width={640}
      title={t('replace.title')}
      okText={t('replace.do')}
      okButtonProps={{ disabled: !ready, loading: replace.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" className="stack">
        <Form.Item label={t('replace.who')} htmlFor="leaving" extra={t('replace.whoHint')}>
          <PersonSelect id="leaving" areaId={area.id} value={personId} onChange={choose} />
        </Form.Item>
        {work.isError ? <ProblemNote error={work.error} /> : null}
        {inHand === undefined ? null : <InHand {...leaving} work={inHand} />}
        {replace.isError ? <ProblemNote error={replace.error} /> : null}
      </Form>
    </Modal>
  );
}

/** Who leaves, what they have in hand, and what was chosen for it. */
function useLeaving(areaId: string) {
  const [personId, setPersonId] = useState<string | null>(null);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [revisitsTo, onRevisitsTo] = useState<string | null>(null);
  const work = useRead(
    readOpenWork,
    { params: { areaId, personId: personId ?? '' } },
    { enabled: personId !== null },
  );
  const replace = useWrite(replacePerson, [listTeams, readOpenWork]);
  const inHand = personId === null ? undefined : work.data;
  return {
    ...{ personId, choices, revisitsTo, onRevisitsTo, work, inHand, replace },
    ready: inHand !== undefined && isComplete(inHand, choices),
    choose: (id: string | null): void => {
      setPersonId(id);
      setChoices({});
    },
    onChoose: (teamId: string, choice: Choice): void => setChoices((old) => ({ ...old, [teamId]: choice })),
    send: (): void => {
      if (inHand === undefined) return;
      const body = { teams: placesOf(inHand, choices), revisitsTo };
      replace.mutate({ params: { areaId, personId: inHand.personId }, body });
    },
  };
}

type InHandProps = {
  work: OpenWork;
  choices: Record<string, Choice>;
  onChoose: (teamId: string, choice: Choice) => void;
  revisitsTo: string | null;
  onRevisitsTo: (id: string | null) => void;
};

/** What will change, place by place, before it does. */
function InHand({ work, choices, onChoose, revisitsTo, onRevisitsTo }: InHandProps): ReactElement {
  const t = useTexts();
  const { area } = useArea();
  const nothing = work.teams.length === 0 && work.revisits === 0;
  return (
    <>
      {nothing ? <Alert type="info" showIcon title={t('replace.nothing', { name: work.name })} /> : null}
      {work.teams.map((team) => (
        <PlaceField
          key={team.teamId}
          team={team}
          leavingId={work.personId}
          choice={choices[team.teamId]}
          onChoose={(choice) => onChoose(team.teamId, choice)}
        />
      ))}
      {work.revisits === 0 ? null : (
        <Form.Item
          label={t('replace.revisits', { count: work.revisits })}
          htmlFor="revisits-to"
          extra={t('replace.revisitsHint')}
        >
          <PersonSelect id="revisits-to" areaId={area.id} value={revisitsTo} onChange={onRevisitsTo} />
        </Form.Item>
      )}
      <p className="small muted">{t('replace.visitsStay')}</p>
    </>
  );
}

function Done({ result, onClose }: { result: Replaced; onClose: () => void }): ReactElement {
  const t = useTexts();
  const lines = [
    t('replace.doneTeams', { count: result.teams }),
    ...(result.disbanded === 0 ? [] : [t('replace.doneDoors', { count: result.doors })]),
    ...(result.plansMoved === 0 ? [] : [t('replace.donePlans', { count: result.plansMoved })]),
    ...(result.plansReturned === 0 ? [] : [t('replace.doneReturned', { count: result.plansReturned })]),
    ...(result.revisits === 0 ? [] : [t('replace.doneRevisits', { count: result.revisits })]),
  ];
  return (
    <Modal
      open
      title={t('replace.done')}
      onCancel={onClose}
      onOk={onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <ul className="round-effects">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Modal>
  );
}
