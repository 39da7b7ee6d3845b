// A question mark beside what the literature does not say for sure.

export function UnsureMark({ title }: { readonly title: string }) {
  return (
    <span className="unsure" role="img" aria-label={title} title={title}>
      ?
    </span>
  )
}
