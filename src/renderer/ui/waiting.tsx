/** Something is being read; said to screen readers, and shown only after a moment so that quick reads do not flicker. */
export function Waiting({ what }: { readonly what: string }) {
  return (
    <div className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      {what}
    </div>
  )
}
