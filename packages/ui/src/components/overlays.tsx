import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './overlays.module.css';

type OverlayProps = {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** Something that must be answered before going on. */
export function Dialog(props: OverlayProps) {
  return <Overlay {...props} kind="dialog" />;
}

/** More choices about what is on screen: comes from the bottom on a phone, from the side on a tablet. */
export function Sheet(props: OverlayProps) {
  return <Overlay {...props} kind="sheet" />;
}

function Overlay({ title, open, onClose, children, kind }: OverlayProps & { kind: 'dialog' | 'sheet' }) {
  const { t } = useTranslation('ui');
  return (
    <ModalOverlay
      className={styles['shade'] ?? ''}
      data-kind={kind}
      isOpen={open}
      isDismissable
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button look="quiet" label={t('action.close')} onPress={onClose}>
              <X aria-hidden size="1.25em" />
            </Button>
          </header>
          <div className={styles['body']}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
