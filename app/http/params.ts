import type { Params } from '@remix-run/react'
import type { ZodType } from 'zod'
import { badRequest, notFound } from './responses.ts'

/** The address's parameters as the schema types them; an address of another shape does not exist (404). */
export function parseParams<T>(params: Params, schema: ZodType<T>): T {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw notFound()
  return parsed.data
}

/** The query string as the schema types it; empty values count as absent. Throws 400 on values of another shape. */
export function parseSearch<T>(request: Request, schema: ZodType<T>): T {
  const entries = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(entries))
  if (!parsed.success) throw badRequest()
  return parsed.data
}
