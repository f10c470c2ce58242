import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { pageProblem } from '#shared/problem-report';
import { bridge } from '../bridge.ts';
import { CrashReport } from './crash-report.tsx';

interface ErrorBoundaryProps {
  /** Another value (another view) tries again. */
  readonly resetKey?: string | undefined;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly stack: string;
  readonly resetKey: string | undefined;
}

/** Where a bug ends: what is around it keeps working, what was saved is untouched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {
    error: null,
    stack: '',
    resetKey: this.props.resetKey,
  };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey
      ? null
      : { error: null, stack: '', resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    void bridge.notePageProblem(pageProblem(error));
    this.setState({ stack: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, stack } = this.state;
    if (error === null) return this.props.children;
    return (
      <CrashReport
        error={error}
        componentStack={stack}
        onRetry={() => this.setState({ error: null, stack: '' })}
      />
    );
  }
}
