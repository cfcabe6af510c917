import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

/** Only our own scripts run, by nonce; nobody frames us; over plain HTTP nothing promises HTTPS. */
export function protectHeaders() {
  return (request: Request, response: Response, next: NextFunction): void => {
    const secure = request.secure
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", `'nonce-${response.locals.nonce}'`],
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
    })(request, response, next)
  }
}
