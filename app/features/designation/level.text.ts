import type { Message } from '#app/i18n/text.ts'
import type { DesignationLevel } from '#db/tables.ts'

export const levelWords = {
  NATIONAL: { 'zh-CN': '国家级', en: 'National' },
  PROVINCIAL: { 'zh-CN': '省级', en: 'Provincial' },
  CITY: { 'zh-CN': '市级', en: 'City' },
  COUNTY: { 'zh-CN': '县级', en: 'County' },
} satisfies Record<DesignationLevel, Message>
