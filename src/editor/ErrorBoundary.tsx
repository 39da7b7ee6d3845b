// When the canvas breaks, the rest of the editor stays, so that the document can be saved and the step undone.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { say } from './strings/language'

interface State {
  readonly error?: Error
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {}

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    // The one place where a bug in the canvas can be told to whoever looks for it.
    reportError(new Error(`The canvas broke: ${error.message}${info.componentStack ?? ''}`, { cause: error }))
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
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
