/** Objections an hour that one network address sends; a whole school may sit behind one. */
export const mostObjectionsAnHour = 20

/** Whether a network address may send no more, after so many within the hour: each one is looked into and answered. */
export function isClientBusy(withinTheHour: number): boolean {
  return withinTheHour >= mostObjectionsAnHour
}

/** Whom an address counts as: an IPv4 address itself, of IPv6 the /64 that one household or office is given. */
export function networkOf(client: string): string {
  const address = client.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(address)?.[1]
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address
  const [head = '', tail] = address.split('::').map(half => (half === '' ? [] : half.split(':')))
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - head.length - tail.length }, () => '0')
  const groups = [...head, ...zeros, ...(tail ?? [])].slice(0, 4)
  return groups.map(group => group.replace(/^0+(?=.)/, '')).join(':')
}
