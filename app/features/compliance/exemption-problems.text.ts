import type { Message } from '#app/i18n/text.ts'
import { mostExemptDays } from './exemption.rule.ts'

/** Problems of rows of the exemptions sheet. */
export const exemptionProblems = {
  'exemption.school-missing': {
    'zh-CN': () => '没有写明是哪所学校，请填写学校标识码。',
    en: () => 'It does not say which school; please enter the school code.',
  },
  'exemption.school-unknown': {
    'zh-CN': () => '没有这所学校，或不在您的管理范围内。',
    en: () => 'There is no such school, or it is not yours.',
  },
  'exemption.other-school': {
    'zh-CN': () => '这是另一所学校的标识码，请只填本次上传的学校。',
    en: () => 'This is the code of another school than the one for which you upload.',
  },
  'exemption.grade-unknown': {
    'zh-CN': () => '这所学校没有这个年级。',
    en: () => 'The school has no such grade.',
  },
  'exemption.class-unknown': {
    'zh-CN': () => '这所学校在起始日期没有这个班级，请核对班级名册。',
    en: () => 'The school has no such class on the first day; please check its classes.',
  },
  'exemption.one-class': {
    'zh-CN': () => '每行只写一个班级或一个年级，请分行填写。',
    en: () => 'One class or one grade a row; please use a row for each.',
  },
  'exemption.twice': {
    'zh-CN': v => `第 ${v.rows ?? ''} 行对同样的班级和日期另有说法，请只保留一行。`,
    en: v => `Row ${v.rows ?? ''} says otherwise of the same classes and days; please keep one of them.`,
  },
  'exemption.days-reversed': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  'exemption.too-many-days': {
    'zh-CN': () => `一次最多 ${mostExemptDays} 天，更长的请调整校历。`,
    en: () => `At most ${mostExemptDays} days; change the calendar for longer ones.`,
  },
  'exemption.note-needed': {
    'zh-CN': () => '原因为“其他”时请写明说明。',
    en: () => 'Please explain when the reason is "other".',
  },
  'exemption.decided': {
    'zh-CN': () => '这条豁免已经同意，如需修改请联系主管单位。',
    en: () => 'It has been approved; ask the authority of the school to change it.',
  },
} satisfies Record<string, Message<Record<string, string | number>>>
