import { Alert, Button, Form, Input, Modal, Tree } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AreaKind } from '@huhudao/domain';
import { createArea, listAreas, renameArea, type AreaView } from '@huhudao/protocol';
import { useArea, type AreaTree } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Adding = { kind: 'add'; below: AreaView } | { kind: 'rename'; area: AreaView };

/** What may stand below what. */
const childKind = { district: 'street', street: 'community', community: 'grid' } as const;

/** The administrative tree: add a street, community or grid, or give one another name. */
export function AreasTab(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { tree } = useArea();
  const [doing, setDoing] = useState<Adding | null>(null);
  // What is folded is remembered, not what is open: an area that was just added is seen.
  const [folded, setFolded] = useState<readonly string[]>([]);
  const areaIds = tree.all.map((area) => area.id);
  const titleOf = (area: AreaView): ReactElement => (
    <span className="row">
      {area.name} <span className="muted small">{words.areaKind(area.kind)}</span>
      {area.kind === 'grid' ? null : (
        <Button size="small" onClick={() => setDoing({ kind: 'add', below: area })}>
          {t(`people.addArea.${childKind[area.kind]}`)}
        </Button>
      )}
      <Button
        size="small"
        type="text"
        aria-label={t('people.renameArea', { name: area.name })}
        onClick={() => setDoing({ kind: 'rename', area })}
      >
        {t('people.rename')}
      </Button>
    </span>
  );
  return (
    <div className="stack">
      <p className="muted">{t('people.areasText')}</p>
      {tree.ofKind('community').length === 0 ? (
        <Alert type="info" showIcon title={t('people.areasFirst')} description={t('people.areasNext')} />
      ) : null}
      <Tree
        aria-label={t('people.tab.areas')}
        selectable={false}
        expandedKeys={areaIds.filter((id) => !folded.includes(id))}
        onExpand={(open) => setFolded(areaIds.filter((id) => !open.includes(id)))}
        treeData={nodesOf(tree, tree.roots(), titleOf)}
      />
      {doing === null ? null : <AreaDialog doing={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

type Node = { key: string; title: ReactElement; children: Node[] };

function nodesOf(tree: AreaTree, areas: AreaView[], titleOf: (area: AreaView) => ReactElement): Node[] {
  return areas.map((area) => ({
    key: area.id,
    title: titleOf(area),
    children: nodesOf(tree, tree.below(area.id), titleOf),
  }));
}

function AreaDialog({ doing, onClose }: { doing: Adding; onClose: () => void }): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const [form] = Form.useForm<{ name: string }>();
  const create = useWrite(createArea, [listAreas]);
  const rename = useWrite(renameArea, [listAreas]);
  const below = doing.kind === 'add' ? doing.below : null;
  const kind: Exclude<AreaKind, 'district'> =
    below === null || below.kind === 'grid' ? 'grid' : childKind[below.kind];
  const done = saved(onClose);
  const save = ({ name }: { name: string }): void => {
    if (doing.kind === 'add')
      create.mutate({ params: { areaId: doing.below.id }, body: { kind, name } }, done);
    else rename.mutate({ params: { areaId: doing.area.id }, body: { name } }, done);
  };
  const failure = create.error ?? rename.error;
  return (
    <Modal
      open
      title={
        doing.kind === 'add'
          ? t(`people.addAreaTo.${kind}`, { name: doing.below.name })
          : t('people.renameArea', { name: doing.area.name })
      }
      okText={t('shell.save')}
      okButtonProps={{ loading: create.isPending || rename.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: doing.kind === 'rename' ? doing.area.name : '' }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t('people.areaName')}
          rules={[{ required: true, whitespace: true, message: t('start.required') }]}
        >
          <Input maxLength={120} autoFocus />
        </Form.Item>
      </Form>
      {failure === null ? null : <ProblemNote error={failure} />}
    </Modal>
  );
}
