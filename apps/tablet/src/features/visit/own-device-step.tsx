import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@huhudao/ui/components';
import { usePractice } from '../../app/practice.ts';
import { stepAfter } from '../../work/draft.ts';
import { notOnOwnDevice } from '../../work/own-device.ts';
import { withoutAnswers } from './identity-step.tsx';
import styles from './own-device-step.module.css';
import { QrCode } from './qr-code.tsx';
import type { StepProps } from './step.tsx';
import { VisitFrame } from './visit-frame.tsx';

/** The code for the resident's phone; what becomes of it the worker hears from the resident. */
export function OwnDeviceStep(step: StepProps) {
  const { t } = useTranslation('tablet');
  const { draft, change, form } = step;
  const practice = usePractice();
  const [link] = useState(draft.ownLink);
  if (link === null) return null;
  const sent = { answering: 'finished' } as const;
  return (
    <VisitFrame
      step={step}
      title={t('visit.ownDevice.title')}
      actions={
        <div className={styles['actions']}>
          <Button
            look="primary"
            size="large"
            wide
            onPress={() =>
              change({ ...sent, step: stepAfter({ ...draft, ...sent }, form?.compiled ?? null) })
            }
          >
            {t('visit.ownDevice.sent')}
          </Button>
          <Button wide onPress={() => change({ ...withoutAnswers('visited'), ownLink: null })}>
            {t('visit.ownDevice.later')}
          </Button>
          <Button wide onPress={() => change(notOnOwnDevice)}>
            {t('visit.ownDevice.failed')}
          </Button>
        </div>
      }
    >
      <QrCode text={link} label={t('visit.ownDevice.code')} />
      <p className={styles['host']} translate="no">
        {practice === null
          ? t('visit.ownDevice.leadsTo', { host: new URL(link).host })
          : t('practice.sample')}
      </p>
      <p className={styles['why']}>{t('visit.ownDevice.why')}</p>
    </VisitFrame>
  );
}
