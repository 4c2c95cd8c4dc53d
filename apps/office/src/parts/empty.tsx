import { Empty } from 'antd';
import type { ReactElement, ReactNode } from 'react';

type Props = { title: ReactNode; hint: ReactNode; children?: ReactNode };

/** Nothing here yet: says so, and what to do next. */
export function EmptyHint({ title, hint, children }: Props): ReactElement {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{title}</div>
          <div className="muted small">{hint}</div>
        </>
      }
    >
      {children}
    </Empty>
  );
}
