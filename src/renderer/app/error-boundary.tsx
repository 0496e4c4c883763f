import { Component, type ReactNode } from 'react'
import { ErrorScreen } from './error-screen.tsx'
import { reportFault } from './window-errors.ts'

interface ErrorBoundaryProps {
  readonly where: string
  /** A change of this value tries the children again: another screen is not to blame for this one. */
  readonly resetKey?: string
  readonly onLeave?: () => void
  readonly children: ReactNode
}

type ErrorBoundaryState = {
  readonly error: unknown
  readonly hasFailed: boolean
  readonly faultId: string | null
  readonly resetKey: string | undefined
}

/** Catches what a screen throws, logs it and shows a way on. React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, hasFailed: false, faultId: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error, hasFailed: true, faultId: null }
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { resetKey: props.resetKey, hasFailed: false, error: null }
  }

  override componentDidCatch(error: unknown): void {
    void this.report(error)
  }

  async report(error: unknown): Promise<void> {
    this.setState({ faultId: await reportFault(this.props.where, error) })
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <ErrorScreen
        faultId={this.state.faultId}
        onRetry={() => this.setState({ hasFailed: false, error: null })}
        {...(this.props.onLeave === undefined ? {} : { onLeave: this.props.onLeave })}
      />
    )
  }
}
