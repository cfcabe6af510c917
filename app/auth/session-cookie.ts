/** Browsers take a `__Host-` cookie only over HTTPS, from this very host and for the whole of it. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-session' : 'session'
}

/** The Set-Cookie header of a session. Lucia gives every cookie an age; this one has none and ends with the browser. */
export function sessionCookie(sessionId: string, secure: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])]
  return [`${sessionCookieName(secure)}=${sessionId}`, ...attributes].join('; ')
}
