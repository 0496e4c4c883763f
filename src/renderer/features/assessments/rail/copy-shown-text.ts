// Copies what is on the screen through the page's own selection: the window grants no page a clipboard.

/** Selects the element's text and copies it; false when the copy was refused, with the text left selected. */
export function copyShownText(element: HTMLElement): boolean {
  const selection = window.getSelection()
  if (selection === null) return false
  selection.selectAllChildren(element)
  const isCopied = document.execCommand('copy')
  if (isCopied) selection.removeAllRanges()
  return isCopied
}
