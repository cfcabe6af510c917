/**
 * What may be bound to a statement on either database. libsql aborts the process on a boolean, mysql2 turns
 * undefined into NULL and an array into a list: all of them are mistakes of ours and are told as such.
 */
export function checkParameters(parameters: readonly unknown[]): unknown[] {
  return parameters.map(checkParameter)
}

function checkParameter(value: unknown, position: number): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
  if (typeof value === 'bigint') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  const type = value instanceof Date ? 'Date' : Array.isArray(value) ? 'array' : typeof value
  throw new TypeError(
    `Parameter ${position + 1} of a statement is ${type === 'number' ? value : `of type ${type}`}`,
  )
}
