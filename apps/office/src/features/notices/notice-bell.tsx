import { Bell } from 'lucide-react';
import { Badge, Button, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import { listNotices, readNotices } from '@huhudao/protocol';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { EmptyHint } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { NoticeList } from './notice-list.tsx';
import './notices.css';

/** How many notices are unread, and behind it the list of them. */
export function NoticeBell(): ReactElement {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const notices = useRead(listNotices, {}, { every: 60_000 });
  const read = useWrite(readNotices, [listNotices]);
  const unread = notices.data?.unread ?? 0;
  const ids = (notices.data?.items ?? []).filter(({ readAt }) => readAt === null).map(({ id }) => id);
  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<Bell size={18} aria-hidden />}
          aria-label={unread === 0 ? t('notice.title') : t('notice.unread', { count: unread })}
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer
        open={open}
        title={t('notice.title')}
        size={440}
        onClose={() => setOpen(false)}
        extra={
          <Button
            size="small"
            disabled={ids.length === 0}
            loading={read.isPending}
            onClick={() => read.mutate({ body: { ids } })}
          >
            {t('notice.readAll')}
          </Button>
        }
      >
        <Loaded of={notices}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyHint title={t('notice.none')} hint={t('notice.noneHint')} />
            ) : (
              <NoticeList
                items={items}
                onRead={(id) => read.mutate({ body: { ids: [id] } })}
                onLeave={() => setOpen(false)}
              />
            )
          }
        </Loaded>
      </Drawer>
    </>
  );
}
