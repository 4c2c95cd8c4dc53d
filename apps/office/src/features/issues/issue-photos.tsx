import { Button, Image } from 'antd';
import { useState, type ReactElement } from 'react';
import { readIssuePhoto, type IssueView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';

/** The photos of an issue, opened large when asked for: a list of fifty does not load two hundred pictures. */
export function IssuePhotos({ issue }: { issue: IssueView }): ReactElement | null {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const arrived = issue.photos.filter((photo) => photo.arrived);
  const missing = issue.photos.length - arrived.length;
  if (issue.photos.length === 0) return null;
  const items = arrived.map(({ digest }, index) => ({
    src: addressOf(issue, digest),
    alt: t('issue.photo', { address: issue.address, number: index + 1 }),
  }));
  return (
    <div className="row">
      {arrived.length === 0 ? null : (
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {t('issue.show', { count: arrived.length })}
        </Button>
      )}
      {missing === 0 ? null : <Chip tone="wait">{t('issue.onTheirWay', { count: missing })}</Chip>}
      {open ? <Image.PreviewGroup items={items} preview={{ open, onOpenChange: setOpen }} /> : null}
    </div>
  );
}

/** Read by the browser itself, with the session's cookie. */
const addressOf = ({ communityId, id }: IssueView, digest: string): string =>
  readIssuePhoto.path.replace('{areaId}', communityId).replace('{issueId}', id).replace('{digest}', digest);
