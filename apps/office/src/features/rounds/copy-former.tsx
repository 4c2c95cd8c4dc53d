import { Alert, Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { listQuestionnaires, listRounds, listTeams } from '@huhudao/protocol';
import { may, useArea } from '../../api/areas.ts';
import { useRead } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useTexts } from '../../i18n/index.ts';
import { copyOf } from './copy-round.ts';
import { mayDecide } from './may-decide.ts';
import type { RoundDraft } from './round-draft.ts';

type Props = { draft: RoundDraft; change: (next: Partial<RoundDraft>) => void; streetId: string };
type Copied = { name: string; lost: number; before: RoundDraft };

/** Fills the form as in a former round; what stood there before comes back by one press. */
export function CopyFormer({ draft, change, streetId }: Props): ReactElement | null {
  const t = useTexts();
  const session = useSession();
  const { tree } = useArea();
  const [copied, setCopied] = useState<Copied>();
  const rounds = useRead(listRounds, { params: { areaId: streetId } });
  const forms = useRead(listQuestionnaires, {});
  const mayRead = may(session, tree, 'teams.read', streetId);
  const teams = useRead(listTeams, { params: { areaId: streetId } }, { enabled: mayRead });
  const former = (rounds.data ?? []).filter(({ purpose }) => mayDecide(session, tree, purpose, streetId));
  if (former.length === 0 || forms.data === undefined || (mayRead && teams.data === undefined)) return null;
  const usable = { teams: teams.data, forms: forms.data };
  const copy = (id: string): void => {
    const round = former.find((one) => one.id === id);
    if (round === undefined) return;
    const next = copyOf(round, usable);
    const lost = mayRead && round.assessorId === null ? round.teamIds.length - next.teamIds.length : 0;
    setCopied({ name: round.name, lost, before: draft });
    change(next);
  };
  return (
    <div className="stack round-copy">
      <Select<string>
        aria-label={t('sample.copyFormer')}
        placeholder={t('sample.copyFormer')}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={former.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={copy}
      />
      {copied === undefined ? null : (
        <CopiedNote
          copied={copied}
          undo={() => {
            change(copied.before);
            setCopied(undefined);
          }}
        />
      )}
    </div>
  );
}

/** What was filled in, what did not come along, and the way back. */
function CopiedNote({ copied, undo }: { copied: Copied; undo: () => void }): ReactElement {
  const t = useTexts();
  return (
    <Alert
      type="info"
      showIcon
      title={t('sample.copied', { name: copied.name })}
      description={copied.lost > 0 ? t('sample.copiedLost', { count: copied.lost }) : undefined}
      action={
        <Button size="small" onClick={undo}>
          {t('sample.copiedUndo')}
        </Button>
      }
    />
  );
}
