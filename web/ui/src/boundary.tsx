import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';

interface BoundaryProps {
  /** What stands in the place of a part that could not be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Draws something else in the place of what fails, until the next page. */
export const Boundary = (props: BoundaryProps) => <AtAddress at={useLocation().pathname} {...props} />;

class AtAddress extends Component<BoundaryProps & { at: string }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: { at: string }) {
    if (this.state.hasFailed && before.at !== this.props.at) this.setState({ hasFailed: false });
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
