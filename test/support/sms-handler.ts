import { HttpResponse, http } from 'msw'

/** Where the played SMS gateway stands, and its key. */
export const smsGateway = { url: 'https://sms.test/send', key: 'sms-key' }

interface Text {
  to: string
  text: string
}

/** The SMS gateway as MSW plays it: refuses whoever lacks its key, hands every message on, or answers all with `status`. */
export function smsHandler(take: (message: Text) => void, status = 200) {
  return http.post(smsGateway.url, async ({ request }) => {
    if (request.headers.get('Authorization') !== `Bearer ${smsGateway.key}`)
      return new HttpResponse(null, { status: 401 })
    if (status === 200) take((await request.json()) as Text)
    return new HttpResponse(null, { status })
  })
}
