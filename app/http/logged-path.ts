/** A path as it may stand in a log: whoever reads logs must not find the secret of an upload link there. */
export function loggedPath(path: string): string {
  return path.replace(/^(\/u\/)[^/]+/i, '$1…')
}
