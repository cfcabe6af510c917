import type { Item, Span } from './minutes-cursor.ts'

/** 下午3:30-4:10 lies after noon. */
export function shifted(item: Item, span: Span): Span {
  const afternoon = item.labels.some(label => label.half === 'pm')
  return afternoon && span.to < 720 && span.from < 720 ? { from: span.from + 720, to: span.to + 720 } : span
}

/** Whether two spans share a minute. */
export function overlapping(spans: Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  return sorted.some((span, index) => index > 0 && span.from < (sorted[index - 1]?.to ?? 0))
}

/** Minutes covered by the spans, each once. */
export function union(spans: Span[]): number {
  let total = 0
  let end = 0
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, span.to - Math.max(end, span.from))
    end = Math.max(end, span.to)
  }
  return total
}
