import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type DataKeys, dataKeys } from '#app/data-keys.server.ts'
import { lookupOf } from '#app/sealing.server.ts'
import type { LinkTerms } from './upload-link.rule.ts'

const secretBytes = 32
const shape = /^([0-9A-HJKMNP-TV-Z]{26})([\w-]{43})$/

/** What stands in a link behind /u/: the id of its row, and a secret that stands nowhere else. */
export interface LinkToken {
  id: string
  secret: string
}

/** The two parts of a link's token; null for a text of another shape. */
export function readToken(text: string): LinkToken | null {
  const [, id, secret] = shape.exec(text) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

/** 256 bits at random, in base64url: nobody guesses them, however many links there are. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/**
 * What is stored of a link instead of its secret: an HMAC under the key of this installation over the secret and the
 * terms together. So it is hash and signature in one. Whoever reads the table (or a backup of it) cannot make a link of
 * what stands there, as with a plain SHA-256; and whoever writes to it without the key can neither add a link nor move
 * one to another school, sheet, period or day of expiry: its digest no longer fits. A signature inside of the link
 * would do the second but not the first, would make the QR code twice as dense, and would still need the row to be
 * revoked or used up. The lookup key is the one that stays when data keys are rotated, so links outlive a rotation.
 */
export function linkDigest(secret: string, terms: LinkTerms, keys: DataKeys = dataKeys()): string {
  const { id, schoolId, sheet, firstDay, lastDay, confirms, usesAllowed, expiresAt } = terms
  const said = [id, secret, schoolId, sheet, firstDay, lastDay, confirms, usesAllowed, expiresAt]
  return lookupOf('upload-link', said.join('\0'), keys)
}

/** Whether the secret is that of the link and the link is as it was made; takes as long for a wrong one. */
export function isGenuine(secret: string, link: LinkTerms & { digest: string }): boolean {
  const [given, stored] = [Buffer.from(linkDigest(secret, link)), Buffer.from(link.digest)]
  return given.length === stored.length && timingSafeEqual(given, stored)
}
