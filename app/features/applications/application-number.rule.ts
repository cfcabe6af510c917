const length = 12

/**
 * An application's number: two digits of the year, nine that tell nothing, and a check digit (ISO 7064, MOD 11,10), so
 * that a digit misheard on the phone is noticed. `serial` is a whole number below a thousand million.
 */
export function applicationNumber(year: number, serial: number): string {
  const digits = String(year % 100).padStart(2, '0') + String(serial).padStart(9, '0')
  return digits + checkDigit(digits)
}

/** How many different serials a number can hold. */
export const serials = 1_000_000_000

export function isApplicationNumber(text: string): boolean {
  return /^\d+$/.test(text) && text.length === length && checkDigit(text.slice(0, -1)) === text.slice(-1)
}

/** In groups of four, as it is read aloud. */
export function spoken(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}

function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) product = (2 * ((product + Number(digit)) % 10 || 10)) % 11
  return String((11 - product) % 10)
}
