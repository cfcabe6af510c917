/** Whether an address stays on this site: '//evil.example', '/\evil.example' and a tab inside either do not. */
export function isOwnPage(address: string): boolean {
  return /^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(address)
}
