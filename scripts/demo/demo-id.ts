const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ids in the form of a ULID, the same on every load: `kind` keeps tables apart. Addresses of demo pages stay valid. */
export function demoIds(kind: string): () => string {
  let count = 0
  return () => {
    count += 1
    let digits = ''
    for (let rest = count; rest > 0; rest = Math.floor(rest / 32)) digits = alphabet[rest % 32] + digits
    return `01DEM0${kind}${digits.padStart(20 - kind.length, '0')}`
  }
}
