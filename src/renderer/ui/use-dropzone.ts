// Lets files be dropped onto a card, or pasted while it has the focus.
import { useState, type ClipboardEvent, type DragEvent } from 'react'

interface Dropzone {
  /** True while files are held over it. */
  readonly isOver: boolean
  readonly handlers: {
    readonly onDragOver?: (event: DragEvent) => void
    readonly onDragLeave?: (event: DragEvent) => void
    readonly onDrop?: (event: DragEvent) => void
    readonly onPaste?: (event: ClipboardEvent) => void
  }
}

/** `onFiles` gets what is dropped or pasted; null where nothing is taken. */
export function useDropzone(onFiles: ((files: readonly File[]) => Promise<void>) | null): Dropzone {
  const [isOver, setIsOver] = useState(false)
  if (onFiles === null) return { isOver: false, handlers: {} }
  return {
    isOver,
    handlers: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setIsOver(true)
      },
      onDragLeave: (event) => {
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!isInside) setIsOver(false)
      },
      onDrop: (event) => {
        const files = [...event.dataTransfer.files]
        setIsOver(false)
        if (files.length === 0) return
        event.preventDefault()
        void onFiles(files)
      },
      onPaste: (event) => {
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        void onFiles(files)
      },
    },
  }
}
