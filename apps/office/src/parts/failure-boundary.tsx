import { Component, type ReactNode } from 'react';

type Props = { failed: ReactNode; children: ReactNode };

/** Keeps a failure below it from taking the page along. */
export class FailureBoundary extends Component<Props, { broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.failed : this.props.children;
  }
}
