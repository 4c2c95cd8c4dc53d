import { Button, Image } from 'antd';
import { useState, type ReactElement } from 'react';
import { isProblemCode, Problem, readIssuePhoto, type IssueView } from '@huhudao/protocol';
import { Chip } from '@huhudao/ui/stairwell-grid';
import { useTexts } from '../../i18n/index.ts';
import { useSentence } from '../../parts/problem.tsx';

/** The photos of an issue, opened large when asked for: a list of fifty does not load two hundred pictures. */
export function IssuePhotos({ issue }: { issue: IssueView }): ReactElement | null {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const arrived = issue.photos.filter((photo) => photo.arrived);
  const refused = issue.photos.flatMap((photo) => photo.refused ?? []);
  const missing = issue.photos.length - arrived.length - refused.length;
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
      {refused.map((code, index) => (
        <WillNotCome key={index} code={code} />
      ))}
      {open ? <Image.PreviewGroup items={items} preview={{ open, onOpenChange: setOpen }} /> : null}
    </div>
  );
}

/** The office does not wait for it, and knows whom to ask: the visitor sees the same on the tablet. */
function WillNotCome({ code }: { code: string }): ReactElement {
  const t = useTexts();
  const sentence = useSentence();
  return (
    <div>
      <Chip tone="back">{t('issue.willNotCome')}</Chip>
      {isProblemCode(code) && <div className="small muted">{sentence(new Problem(code))}</div>}
    </div>
  );
}

/** Read by the browser itself, with the session's cookie. */
const addressOf = ({ communityId, id }: IssueView, digest: string): string =>
  readIssuePhoto.path.replace('{areaId}', communityId).replace('{issueId}', id).replace('{digest}', digest);
