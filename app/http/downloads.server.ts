const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
}

/** A picture as part of a page, for whoever asked and nobody's cache. */
export function shownPicture(body: Uint8Array, fileName: string, contentType: string): Response {
  return answer(body, 'inline', fileName, contentType)
}

/** A file to be saved under its (Chinese) name; the type follows the ending unless it is given. */
export function download(
  body: Uint8Array | ReadableStream<Uint8Array>,
  fileName: string,
  contentType = types[fileName.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream',
): Response {
  return answer(body, 'attachment', fileName, contentType)
}

function answer(
  body: Uint8Array | ReadableStream<Uint8Array>,
  way: 'inline' | 'attachment',
  fileName: string,
  contentType: string,
): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `${way}; filename="download"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
