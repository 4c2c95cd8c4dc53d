import { useEffect, useRef, type ReactNode } from 'react';
import { LanguageChoice, TypeSizeChoice } from '@huhudao/ui/components';
import styles from './frame.module.css';

type Props = {
  title: string;
  /** The title is heard and not seen, where what is on screen speaks for itself. */
  hideTitle?: boolean;
  children: ReactNode;
  actions?: ReactNode;
};

/** One screen of the resident's page. Its title gets the focus, so that it is read out when the screen changes. */
export function Frame({ title, hideTitle = false, children, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <TypeSizeChoice />
        <LanguageChoice />
      </header>
      <main className={styles['main']}>
        <h1 ref={heading} tabIndex={-1} className={hideTitle ? 'visually-hidden' : styles['title']}>
          {title}
        </h1>
        {children}
      </main>
      {actions !== undefined && actions !== false && <footer className={styles['foot']}>{actions}</footer>}
    </div>
  );
}
