const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
}

/** A file to be saved under its (Chinese) name; the type follows the ending unless it is given. */
export function download(
  body: Uint8Array | ReadableStream<Uint8Array>,
  fileName: string,
  contentType = types[fileName.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream',
): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
