/** What is random in each answer and stands in its page. */
interface Marks {
  nonce: string
  requestId: string
}

/** A page cut at its marks: the text between them and, in their places, their names. */
type Cut = (Buffer | keyof Marks)[]

interface RenderedPages {
  /** The page under this key with the marks of this answer; null when it is not kept. */
  recall: (key: string, marks: Marks) => Buffer | null
  keep: (key: string, page: Buffer, marks: Marks) => void
}

/**
 * The pages asked for last, at most so many bytes of them. A key must tell all that its page is rendered from: who
 * gets a kept page would have been rendered the very same.
 */
export function renderedPages(mostBytes: number): RenderedPages {
  const kept = new Map<string, { cut: Cut; bytes: number }>()
  let bytes = 0

  return { recall, keep }

  function recall(key: string, marks: Marks): Buffer | null {
    const page = kept.get(key)
    if (page === undefined) return null
    kept.delete(key)
    kept.set(key, page)
    return Buffer.concat(page.cut.map(part => (typeof part === 'string' ? Buffer.from(marks[part]) : part)))
  }

  function keep(key: string, page: Buffer, { nonce, requestId }: Marks): void {
    if (page.length > mostBytes) return
    forget(key)
    const cut = cutAt('requestId', requestId, cutAt('nonce', nonce, [page]))
    kept.set(key, { cut, bytes: page.length })
    bytes += page.length
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      forget(oldest)
    }
  }

  function forget(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
}

function cutAt(name: keyof Marks, mark: string, cut: Cut): Cut {
  return cut.flatMap(part => (typeof part === 'string' ? [part] : joinedBy(name, split(part, mark))))
}

function joinedBy(name: keyof Marks, pieces: Buffer[]): Cut {
  return pieces.flatMap((piece, place) => (place === 0 ? [piece] : [name, piece]))
}

function split(text: Buffer, mark: string): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = text.indexOf(mark); mark !== '' && at >= 0; at = text.indexOf(mark, from)) {
    pieces.push(text.subarray(from, at))
    from = at + mark.length
  }
  return [...pieces, text.subarray(from)]
}
