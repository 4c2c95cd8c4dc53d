import type { ReactElement, ReactNode } from 'react';

type Props = { title: ReactNode; about?: ReactNode; children?: ReactNode };

/** A page's name, what it is about in a few words, and what can be done with the whole of it. */
export function PageHead({ title, about, children }: Props): ReactElement {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {about === undefined ? null : <span className="muted">{about}</span>}
      {children === undefined ? null : <div className="page-head-actions">{children}</div>}
    </header>
  );
}
