const idShape = /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/
const phoneShape = /(?<!\d)1[3-9]\d{9}(?!\d)/
const between = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff·-]+/g

/** The same words with every digit of such a number hidden, e.g. of a file named after its owner's ID. */
export function withoutPersonalNumbers(text: string): string {
  if (!holdsPersonalNumber(text)) return text
  const plain = text.normalize('NFKC').replaceAll(between, '')
  const hide = (number: string) => '*'.repeat(number.length)
  return plain.replaceAll(new RegExp(idShape, 'g'), hide).replaceAll(new RegExp(phoneShape, 'g'), hide)
}

/** Whether a text holds what looks like an ID number or a mobile number, blanks and hyphens between the digits or not. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(between, '')
  return idShape.test(plain) || phoneShape.test(plain)
}
