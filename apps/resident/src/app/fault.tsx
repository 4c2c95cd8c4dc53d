import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the page itself fails, as it may in a browser older than any that was thought of, it says what to do. */
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
  const { t } = useTranslation('resident');
  return (
    <main>
      <h1>{t('trouble.title')}</h1>
      <p>{t('trouble.fault')}</p>
    </main>
  );
}
