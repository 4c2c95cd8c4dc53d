import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import styles from '../features/sign-in/sign-in.module.css';

/** Where the program itself fails it says so, and what is on the disk stays there. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <FaultNotice /> : this.props.children;
  }
}

function FaultNotice() {
  const { t } = useTranslation('tablet');
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1>{t('fault.title')}</h1>
        <Note kind="problem">
          <p>{t('fault.why')}</p>
        </Note>
        <Button look="primary" size="large" onPress={() => window.location.reload()}>
          {t('fault.reload')}
        </Button>
      </div>
    </main>
  );
}
