/** The name with its gate: two towers and an arch. */
export function Wordmark({ size = 22 }: { readonly size?: number }) {
  return (
    <span className="wordmark">
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <path className="wordmark-gate" d="M2 3h2v2h2V3h2v5h8V3h2v2h2V3h2v18h-6v-5a4 4 0 0 0-8 0v5H2z" />
      </svg>
      Gatehouse
    </span>
  )
}
