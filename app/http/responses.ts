/** Thrown by pages: the one error page words them by status. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' })
}

export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: 'Bad Request' })
}
