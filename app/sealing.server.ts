import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { type DataKeys, dataKeys } from './data-keys.server.ts'

const ivBytes = 12
const tagBytes = 16

/** Bytes that only the data keys open: iv, tag and cipher text (AES-256-GCM) under the key named. */
export interface SealedBytes {
  keyId: string
  bytes: Buffer
}

/**
 * A text that only the data keys open, to be stored in place of it. `about` names what it is and whose, such as
 * 'applicant.phone 01J…': sealed for one row it does not open in another.
 */
export function seal(text: string, about: string, keys: DataKeys = dataKeys()): string {
  const { keyId, bytes } = sealBytes(Buffer.from(text), about, keys)
  return `${keyId}.${bytes.toString('base64url')}`
}

/** The text that was sealed; throws when it was altered, moved to another row, or its key is gone. */
export function unseal(sealed: string, about: string, keys: DataKeys = dataKeys()): string {
  const [keyId = '', body = ''] = sealed.split('.')
  return unsealBytes({ keyId, bytes: Buffer.from(body, 'base64url') }, about, keys).toString()
}

export function sealBytes(plain: Uint8Array, about: string, keys: DataKeys = dataKeys()): SealedBytes {
  const [newest] = keys.sealing
  if (newest === undefined) throw new Error('There is no data key')
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', newest.key, iv).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return { keyId: newest.id, bytes: Buffer.concat([iv, cipher.getAuthTag(), body]) }
}

export function unsealBytes(sealed: SealedBytes, about: string, keys: DataKeys = dataKeys()): Buffer {
  const found = keys.sealing.find(one => one.id === sealed.keyId)
  if (found === undefined) throw new Error(`The data key ${sealed.keyId} is missing`)
  const iv = sealed.bytes.subarray(0, ivBytes)
  const tag = sealed.bytes.subarray(ivBytes, ivBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', found.key, iv).setAAD(Buffer.from(about)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.bytes.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** Whether a sealed text was sealed under the newest key; another is to be sealed again. */
export function isSealedAnew(sealed: string, keys: DataKeys = dataKeys()): boolean {
  return sealed.startsWith(`${keys.sealing[0]?.id}.`)
}

/** A keyed digest in hex under which a value is found again; `kind` keeps a phone from meeting an equal ID number. */
export function lookupOf(kind: string, value: string, keys: DataKeys = dataKeys()): string {
  return createHmac('sha256', keys.lookup).update(`${kind}\0${value}`).digest('hex')
}
