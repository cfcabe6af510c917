/** How a name is compared: width, case and blanks make no difference. Unique columns hold this key, never the name. */
export function aliasKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/g, '')
}
