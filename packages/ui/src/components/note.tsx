import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './note.module.css';

const icons = { info: Info, good: CircleCheck, warning: TriangleAlert, problem: TriangleAlert };

type Props = {
  kind: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
};

/** A sentence that stands out: good news, a caution, a problem. */
export function Note({ kind, title, children, live }: Props) {
  const Icon = icons[kind];
  return (
    <div className={styles['note']} data-kind={kind} {...(live === true ? { role: 'alert' } : {})}>
      <Icon aria-hidden size="1.25em" />
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
