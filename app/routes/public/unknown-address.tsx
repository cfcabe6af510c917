import { notFound } from '#app/http/responses.ts'

/** An address that leads nowhere: the error page then comes in the reader's language, with the way on beside it. */
export function loader() {
  throw notFound()
}

export function action() {
  throw notFound()
}

export default function UnknownAddress() {
  return null
}
