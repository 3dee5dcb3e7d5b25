import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** An opened PDF that can draw its pages. */
export interface OpenPdf {
  readonly pages: number;
  /** Draws one page, from 1, so that it is `width` CSS pixels wide; a newer call replaces one still under way. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
  close(): void;
}

/**
 * Opens a PDF with pdf.js, loaded at the first call; its worker comes from our own address. Scripts inside a PDF
 * are never run.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = pdfjs.getDocument({ data: bytes.slice(), enableXfa: false });
  const document = await task.promise;
  let drawing: { cancel(): void; promise: Promise<void> } | undefined;

  return {
    pages: document.numPages,
    async draw(number, canvas, width) {
      drawing?.cancel();
      const page = await document.getPage(number);
      const scale = Math.max(width - 32, 200) / page.getViewport({ scale: 1 }).width;
      const density = window.devicePixelRatio || 1;
      const viewport = page.getViewport({ scale: scale * density });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      canvas.style.width = `${viewport.width / density}px`;
      drawing = page.render({ canvas, viewport });
      await drawing.promise.catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'RenderingCancelledException')) throw error;
      });
    },
    close() {
      drawing?.cancel();
      void task.destroy();
    },
  };
}
