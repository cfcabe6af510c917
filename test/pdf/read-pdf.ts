import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as another program reads it: its text in pieces, each with its place, and what it says of itself. */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const page = await document.getPage(1)
    const { items, lang } = await page.getTextContent()
    const pieces = items.flatMap(item =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: item.transform[5],
              width: item.width,
              height: item.height,
            },
          ]
        : [],
    )
    const [, , width = 0, height = 0] = page.view
    const { info } = await document.getMetadata()
    return {
      pages: document.numPages,
      page: { width, height },
      pieces,
      text: pieces.map(piece => piece.text).join(''),
      lang,
      info: info as Record<string, unknown>,
    }
  } finally {
    await task.destroy()
  }
}
