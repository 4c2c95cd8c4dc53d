import { Form, Input, Modal, Select, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { stewardLevels } from '@huhudao/domain';
import { changeNoticeBoard, readNoticeBoard, type NoticeBoard } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

/** What the notice boards of a community say besides who is in office. */
export function NoticeBoardDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const t = useTexts();
  const saved = useSaved();
  const { tree, area } = useArea();
  const communities = tree.communitiesOf(area.id);
  const [chosen, setChosen] = useState(communities[0]);
  const [form] = Form.useForm<NoticeBoard>();
  const params = { areaId: chosen?.id ?? area.id };
  const board = useRead(readNoticeBoard, { params });
  const change = useWrite(changeNoticeBoard, [readNoticeBoard]);
  if (chosen === undefined) return null;
  return (
    <Modal
      open
      width={720}
      title={t('steward.boardTitle', { community: chosen.name })}
      okText={t('shell.save')}
      okButtonProps={{ loading: change.isPending, disabled: board.data === undefined }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {communities.length > 1 ? (
        <Select
          className="filter-building steward-board-choice"
          aria-label={t('steward.community')}
          value={chosen.id}
          onChange={(id) => setChosen(communities.find((one) => one.id === id))}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Loaded of={board}>
        {(data) => (
          <Form<NoticeBoard>
            key={chosen.id}
            form={form}
            layout="vertical"
            initialValues={data}
            onFinish={(body) => change.mutate({ params, body }, saved(onClose))}
          >
            <BoardFields />
          </Form>
        )}
      </Loaded>
      {change.isError ? <ProblemNote error={change.error} /> : null}
    </Modal>
  );
}

function BoardFields(): ReactElement {
  const t = useTexts();
  const languages = { 'zh-CN': t('steward.boardChinese'), en: t('steward.boardEnglish') };
  return (
    <>
      <Form.Item name="phone" label={t('steward.boardPhone')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="address" label={t('steward.boardAddress')}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="hours" label={t('steward.boardHours')}>
        <Input maxLength={120} />
      </Form.Item>
      <h3>{t('steward.boardDuties')}</h3>
      <p className="muted small">{t('steward.boardDutiesHint')}</p>
      <Tabs
        items={stewardLevels.map((level) => ({
          key: level,
          label: t(`steward.level.${level}`),
          // All of them are sent, whichever tab was opened.
          forceRender: true,
          children: (['zh-CN', 'en'] as const).map((language) => (
            <Form.Item key={language} name={['duties', level, language]} label={languages[language]}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={400} />
            </Form.Item>
          )),
        }))}
      />
    </>
  );
}
