/** How the URL of a database is written, for whoever wrote another. */
export const formsOfUrl = 'a URL is file:PATH or mysql://USER:PASSWORD@HOST:PORT/NAME'

/** Whether a URL names a database of either kind. */
export function isDatabaseUrl(url: string): boolean {
  if (/^(file|sqlite):./.test(url)) return true
  return /^(mysql|mariadb):\/\//.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1
}

/** How a database is named to people: never with its password. */
export function shownUrl(url: string): string {
  if (!/^(mysql|mariadb):/.test(url)) return url
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
