import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** Only our own scripts run, by nonce; nobody frames us; over plain HTTP nothing promises HTTPS. */
export function protectHeaders() {
  const [overHttps, overHttp] = [headersOf(true), headersOf(false)]
  return (request: Request, response: Response, next: NextFunction): void => {
    const headers = request.secure ? overHttps : overHttp
    headers(request, response, next)
  }
}

function headersOf(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    // 'no-referrer' would make browsers send "Origin: null" with every form.
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** helmet knows Node's answer; here it is always express's. */
function nonceOf(response: object): string {
  return (response as Response).locals.nonce
}
