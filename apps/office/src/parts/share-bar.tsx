import type { ReactElement } from 'react';
import './share-bar.css';

type Props = { share: number; label: string };

/** How far something is, as a bar; the number stands beside it. */
export function ShareBar({ share, label }: Props): ReactElement {
  return (
    <span className="share-bar" role="img" aria-label={label}>
      <span style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    </span>
  );
}
