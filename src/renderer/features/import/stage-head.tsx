import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a stage. It takes the focus when the stage opens: what led to it is gone, and a screen reader says where one is. */
export function StageHead({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
