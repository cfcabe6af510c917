/** Text of a page that may be shown as it stands; only `html` makes it. */
export interface Html {
  readonly [written]: string
}

type Shown = string | number | Html | readonly Html[]

const written = Symbol('written by html')

/**
 * A template whose values are escaped, whoever typed them, for content and for attributes in double quotes; what
 * `html` wrote before goes in as it is. For the few tables so large that elements would cost most of their page.
 */
export function html(texts: TemplateStringsArray, ...values: readonly Shown[]): Html {
  let page = texts[0] ?? ''
  for (const [place, value] of values.entries()) page += shown(value) + (texts[place + 1] ?? '')
  return { [written]: page }
}

export function textOf(page: Html): string {
  return page[written]
}

function shown(value: Shown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return written in value ? value[written] : value.map(textOf).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? '')
}
