import { useTranslation } from 'react-i18next';
import { LanguageChoice, LinkButton, Note } from '@huhudao/ui/components';
import styles from './sign-in.module.css';

/** Off localhost over plain HTTP a browser has neither service workers nor encryption: nothing may be kept here. */
export function InsecureNotice() {
  const { t } = useTranslation('tablet');
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1>{t('insecure.title')}</h1>
        <Note kind="warning">
          <p>{t('insecure.why')}</p>
        </Note>
        <LinkButton href="/install" look="primary" size="large" wide>
          {t('insecure.install')}
        </LinkButton>
        <p className={styles['quiet']}>{t('insecure.ask')}</p>
        <LanguageChoice />
      </div>
    </main>
  );
}
