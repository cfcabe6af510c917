const idShape = /(?<![0-9])(\d{17}[0-9Xx]|\d{15})(?![0-9])/
const phoneShape = /(?<![0-9])1[3-9]\d{9}(?![0-9])/

/** Whether a text holds what looks like an ID or a phone number, blanks and hyphens between the digits or not. */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF·-]+/g, '')
  return idShape.test(plain) || phoneShape.test(plain)
}
