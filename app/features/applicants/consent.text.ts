import type { Message } from '#app/i18n/text.ts'
import type { Consent } from './applicants.queries.server.ts'

/** What people agree to; a change of meaning is a new version in consent.rule.ts. */
export const consentText: Record<Consent['purpose'], { title: Message; text: Message }> = {
  SENSITIVE: {
    title: { 'zh-CN': '处理敏感个人信息', en: 'Sensitive personal information' },
    text: {
      'zh-CN':
        '我同意本系统为学校教练员招聘处理我的身份证号、联系方式和报名材料。这些信息加密保存，只供招聘单位办理本人报名使用；未录用的，招聘结束满 12 个月后匿名化。我可以随时查看、导出或申请删除。',
      en: 'I agree that my ID number, contact and papers are processed for the recruitment of school coaches. They are kept encrypted and used only by the units to which I apply; if I am not engaged they are anonymised 12 months after the round. I may see, export or ask to delete them at any time.',
    },
  },
  ENTRY_CHECK: {
    title: { 'zh-CN': '教职员工准入查询', en: 'Entry check' },
    text: {
      'zh-CN':
        '我同意拟录用单位依据《未成年人保护法》第六十二条对我进行教职员工准入查询，并在聘用期间每年查询一次。系统只记录结果、日期、单位和查询编号。',
      en: 'I agree that the unit that would engage me makes the entry check under article 62 of the Law on the Protection of Minors, and again every year while I am engaged. Only result, day, unit and reference are kept.',
    },
  },
}
