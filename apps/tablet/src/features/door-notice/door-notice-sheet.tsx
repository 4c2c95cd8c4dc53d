import { Printer, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { must } from '@huhudao/domain';
import { useLocale } from '@huhudao/ui';
import { Button, Note, Sheet } from '@huhudao/ui/components';
import { doorNotice, noticeMessage } from '../../work/door-notice.ts';
import type { PlanBook } from '../../work/plan-book.ts';
import type { PlannedVisit } from '../../work/plans.ts';
import { usePlaceName } from '../door/place-name.ts';
import { CommunityPhoneField, useCommunityPhone } from '../paper/community-phone.tsx';
import paperStyles from '../paper/paper.module.css';
import { PrintPaper } from '../paper/print-paper.tsx';
import { DoorNoticeText } from './door-notice-text.tsx';
import styles from './door-notice.module.css';

type Props = { book: PlanBook; plan: PlannedVisit; onClose: () => void };

/** The notice of a planned visit: to look at, to print and hang up, or to send to the neighbours' group. */
export function DoorNoticeSheet({ book, plan, onClose }: Props) {
  const { t } = useTranslation('tablet');
  const place = usePlaceName();
  const { stairwell } = must(book.stairwells.get(plan.stairwellId), 'the stairwell of a plan that is shown');
  const phone = useCommunityPhone(stairwell);
  const notice = must(
    doorNotice(book, plan, { place: place(stairwell), phone: phone.phone }),
    'the notice of a plan that is shown',
  );
  return (
    <Sheet title={t('doorNotice.title')} open onClose={onClose}>
      <div className={styles['body']}>
        {!plan.accepted && (
          <Note kind="warning">
            <p>{t('doorNotice.notAccepted')}</p>
          </Note>
        )}
        <div className={paperStyles['preview']} role="group" aria-label={t('doorNotice.preview')}>
          <DoorNoticeText notice={notice} />
        </div>
        <CommunityPhoneField phone={phone} />
        <Button
          wide
          look="primary"
          size="large"
          icon={<Printer aria-hidden size="1.125em" />}
          onPress={() => window.print()}
        >
          {t('doorNotice.print')}
        </Button>
        <SendButton message={useMessage(notice)} />
      </div>
      <PrintPaper paper="poster">
        <DoorNoticeText notice={notice} />
      </PrintPaper>
    </Sheet>
  );
}

function useMessage(notice: Parameters<typeof noticeMessage>[0]): string {
  const { locale } = useLocale();
  return noticeMessage(notice, locale);
}

/** To whatever the device sends with, WeChat among it; where it offers nothing, the words are copied. */
function SendButton({ message }: { message: string }) {
  const { t } = useTranslation('tablet');
  const [told, setTold] = useState<'copied' | 'failed'>();
  const canShare = 'share' in navigator;
  const send = async (): Promise<void> => {
    try {
      if (canShare) await navigator.share({ text: message });
      else await navigator.clipboard.writeText(message);
      setTold(canShare ? undefined : 'copied');
    } catch (error) {
      // Whoever closes the choice of programs has changed their mind.
      setTold(error instanceof DOMException && error.name === 'AbortError' ? undefined : 'failed');
    }
  };
  return (
    <>
      <Button wide icon={<Send aria-hidden size="1.125em" />} onPress={() => void send()}>
        {t(canShare ? 'doorNotice.send' : 'doorNotice.copy')}
      </Button>
      {told !== undefined && (
        <Note kind={told === 'copied' ? 'good' : 'warning'} live>
          <p>{t(`doorNotice.${told}`)}</p>
        </Note>
      )}
    </>
  );
}
