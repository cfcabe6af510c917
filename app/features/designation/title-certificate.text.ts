import type { Message } from '#app/i18n/text.ts'
import type { CertificateRefusal } from './title-certificate.server.ts'

/** Why no certificate can be printed. */
export const certificateRefusals = {
  'no-glyph': {
    'zh-CN': ({ characters }) => `证书字体中没有这些字：${characters}，请核对校名、项目、单位和文号。`,
    en: ({ characters }) =>
      `The font of the certificate has no form for: ${characters}. Check the names and the document number.`,
  },
  'no-room': {
    'zh-CN': () => '内容太长，证书上写不下，请缩短校名、称号或单位名称。',
    en: () => 'This is too long for a certificate; shorten the names.',
  },
} satisfies Record<CertificateRefusal, Message<{ characters: string }>>
