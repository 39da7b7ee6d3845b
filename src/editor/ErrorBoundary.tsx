// When a part breaks, the rest of the editor stays, so that the document can be saved and the step undone.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { say } from './strings/language'

interface State {
  readonly error?: Error
}

interface Props {
  readonly children: ReactNode
  /** Sends the part away, in place of a box that says so where it was. */
  readonly onBroken?: (error: Error) => void
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    // The one place where a bug in what is shown can be told to whoever looks for it.
    reportError(new Error(`A part broke: ${error.message}${info.componentStack ?? ''}`, { cause: error }))
    this.props.onBroken?.(error)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (this.props.onBroken) return null
    return (
      <div className="broken" role="alert">
        <p>{say('broken.title')}</p>
        <p className="hint">{error.message}</p>
        <button type="button" className="button" onClick={() => this.setState({ error: undefined })}>
          {say('broken.again')}
        </button>
      </div>
    )
  }
}
