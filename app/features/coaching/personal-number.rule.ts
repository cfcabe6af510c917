/** What people put between the digits of a number, and what phone books paste along with it. */
const between = '[\\s\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff·-]*'
const digits = (count: number) => `\\d(?:${between}\\d){${count - 1}}`

/** An ID number of 18 or, by its parts, of 15 characters, or a mobile number; other digits may stand before and after. */
const shapes = [
  `${digits(17)}${between}[\\dXx]`,
  `\\d{6}${between}\\d{6}${between}\\d{3}`,
  `1${between}[3-9](?:${between}\\d){9}`,
].map(shape => `(?<!\\d)${shape}(?!\\d)`)
const first = new RegExp(shapes.join('|'))
const every = new RegExp(shapes.join('|'), 'g')

/** The same words with every digit of such a number hidden, e.g. of a file named after its owner's ID. */
export function withoutPersonalNumbers(text: string): string {
  if (!holdsPersonalNumber(text)) return text
  return text.normalize('NFKC').replaceAll(every, number => number.replaceAll(/[\dXx]/g, '*'))
}

/** Whether a text holds what looks like an ID number or a mobile number, blanks and hyphens between the digits or not. */
export function holdsPersonalNumber(text: string): boolean {
  return first.test(text.normalize('NFKC'))
}
