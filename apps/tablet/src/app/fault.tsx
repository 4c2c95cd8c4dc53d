import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note } from '@huhudao/ui/components';
import styles from '../features/sign-in/sign-in.module.css';
import { isFull } from '../local/full.ts';

/** Where the program itself fails it says so, and what is on the disk stays there. */
export class FaultBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false, full: false };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: true, full: isFull(error) };
  }

  override render(): ReactNode {
    const { failed, full } = this.state;
    return failed ? <FaultNotice full={full} /> : this.props.children;
  }
}

/** `full`: nothing is wrong with the program; the tablet has no room left to write. */
type State = { failed: boolean; full: boolean };

function FaultNotice({ full }: { full: boolean }) {
  const { t } = useTranslation('tablet');
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1>{t(full ? 'fault.full' : 'fault.title')}</h1>
        <Note kind="problem">
          <p>{t(full ? 'fault.makeRoom' : 'fault.why')}</p>
        </Note>
        <Button look="primary" size="large" onPress={() => window.location.reload()}>
          {t('fault.reload')}
        </Button>
      </div>
    </main>
  );
}
