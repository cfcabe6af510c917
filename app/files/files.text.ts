import type { Message } from '#app/i18n/text.ts'
import type { KeepRefusal } from './keep-file.server.ts'

/** Why a file was not taken, and whether files are scanned. */
export const filesText = {
  refusal: {
    'no-file': { 'zh-CN': '请选择文件', en: 'Please choose a file' },
    'too-large': { 'zh-CN': '文件太大，请压缩后再传', en: 'The file is too large; please make it smaller' },
    'not-taken': { 'zh-CN': '不接受这种文件', en: 'This kind of file is not taken' },
    forged: {
      'zh-CN': '文件内容与扩展名不符，请重新导出后再传',
      en: 'The content is not what the name says; please export it again',
    },
    damaged: { 'zh-CN': '图片不完整或已损坏，请换一张', en: 'The picture is cut short or damaged' },
    infected: { 'zh-CN': '查毒程序认为文件有病毒，未保存', en: 'The scanner found a virus; it was not kept' },
    'not-scanned': {
      'zh-CN': '查毒程序暂时不可用，文件没有保存，请稍后再传',
      en: 'The virus scanner does not answer, so the file was not kept; please try again later',
    },
  } satisfies Record<KeepRefusal, Message>,
  scanned: { 'zh-CN': '上传时会查毒。', en: 'Uploads are scanned for viruses.' },
  unscanned: {
    'zh-CN': '本系统未接查毒程序，上传的文件不查毒。',
    en: 'No virus scanner is set up: uploads are not scanned.',
  },
} as const
