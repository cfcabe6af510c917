import type { Message } from '#app/i18n/text.ts'
import type { CodeRefusal, RegisterRefusal } from './register.rule.ts'

/** The words of registering as an applicant and of getting back in. */
export const registerText = {
  register: { 'zh-CN': '注册', en: 'Register' },
  registerLead: {
    'zh-CN': '退役运动员、教练员在这里注册，一份资料报名全市的学校教练员岗位。',
    en: 'Retired athletes and coaches register here: one profile for every coaching post of the city.',
  },
  recover: { 'zh-CN': '找回密码', en: 'Recover the password' },
  recoverLead: {
    'zh-CN': '输入注册时的手机号或邮箱，用验证码设置新密码。',
    en: 'Give the phone number or e-mail you registered with, and set a new password with a code.',
  },
  address: { 'zh-CN': '手机号或邮箱', en: 'Mobile number or e-mail' },
  addressHint: { 'zh-CN': '用来接收验证码和通知', en: 'Codes and notices are sent there' },
  sendCode: { 'zh-CN': '获取验证码', en: 'Send me a code' },
  haveAccount: { 'zh-CN': '已有账号，去登录', en: 'I have an account: sign in' },
  codeSent: {
    'zh-CN': ({ address, minutes }) => `验证码已发送到 ${address}，${minutes} 分钟内有效。`,
    en: ({ address, minutes }) => `A code was sent to ${address}; it holds for ${minutes} minutes.`,
  } satisfies Message<{ address: string; minutes: number }>,
  codeShown: {
    'zh-CN': ({ code }) => `演示环境没有短信网关，验证码是 ${code}。`,
    en: ({ code }) => `This demonstration has no gateway; the code is ${code}.`,
  } satisfies Message<{ code: string }>,
  again: { 'zh-CN': '重新获取', en: 'Send another one' },
  code: { 'zh-CN': '验证码', en: 'Code' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  nameHint: { 'zh-CN': '与身份证一致', en: 'As on your ID card' },
  consentBox: { 'zh-CN': '我已阅读并同意', en: 'I have read this and agree' },
  finish: { 'zh-CN': '完成注册', en: 'Register' },
  setPassword: { 'zh-CN': '设置新密码', en: 'Set the new password' },
  recovered: { 'zh-CN': '密码已更新，请登录。', en: 'Your password is new. Please sign in.' },
  codeSubject: { 'zh-CN': '验证码', en: 'Your code' },
  codeMessage: {
    'zh-CN': ({ code, minutes }) =>
      `您的验证码是 ${code}，${minutes} 分钟内有效。如非本人操作，请忽略。【连云港青少年体育】`,
    en: ({ code, minutes }) =>
      `Your code is ${code}; it holds for ${minutes} minutes. If this was not you, ignore it. [Lianyungang youth sports]`,
  } satisfies Message<{ code: string; minutes: number }>,
  knownMessage: {
    'zh-CN': '您已注册过，请直接登录；忘记密码可在登录页找回。【连云港青少年体育】',
    en: 'You are registered already. Please sign in; the sign-in page helps with a forgotten password. [Lianyungang youth sports]',
  },
  unknownMessage: {
    'zh-CN': '有人用这个号码或邮箱找回密码，但它还没有注册。如非本人操作，请忽略。【连云港青少年体育】',
    en: 'Somebody tried to recover a password with this address, which is not registered. If this was not you, ignore it. [Lianyungang youth sports]',
  },
  codeRefusal: {
    'bad-address': {
      'zh-CN': '请输入 11 位手机号或完整的邮箱地址',
      en: 'Please give an 11-digit mobile number or a whole e-mail address',
    },
    'too-soon': { 'zh-CN': '刚刚已发送，请一分钟后再试', en: 'One was just sent; please wait a minute' },
    'too-many': { 'zh-CN': '今天获取次数过多，请明天再试', en: 'Too many codes today; please try tomorrow' },
    'client-busy': {
      'zh-CN': '这个网络一小时内获取次数过多，请稍后再试',
      en: 'Too many codes were asked for from this network; please try again in an hour',
    },
    'not-sent': { 'zh-CN': '发送失败，请稍后再试', en: 'It could not be sent; please try again later' },
    'not-configured': {
      'zh-CN': '系统还没有接通短信或邮件，请联系市教育局',
      en: 'This system has no gateway for messages yet; please ask the city bureau',
    },
  } satisfies Record<CodeRefusal, Message>,
  refusal: {
    'bad-name': { 'zh-CN': '请填写姓名', en: 'Please give your name' },
    'no-consent': { 'zh-CN': '同意后才能注册', en: 'Registering needs your consent' },
    'wrong-code': {
      'zh-CN': '验证码不正确或已过期，可重新获取',
      en: 'The code is wrong or too old; you can have another one',
    },
    'address-taken': {
      'zh-CN': '这个号码或邮箱已注册，请直接登录',
      en: 'This number or address is registered already; please sign in',
    },
    'not-repeated': { 'zh-CN': '两次输入的密码不一致', en: 'The two passwords differ' },
  } satisfies Record<
    Exclude<RegisterRefusal, 'too-short' | 'too-long' | 'too-simple' | 'is-login'> | 'not-repeated',
    Message
  >,
} as const
