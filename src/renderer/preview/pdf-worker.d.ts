// What the reader of PDFs exports for those who run it without a worker; its package describes no types for it.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
