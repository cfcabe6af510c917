import type { Message } from '../../i18n/text.ts'
import type { ProblemValues } from '../reading.ts'
import type { CellCode } from './codes.ts'

/** What is said of classes and grades. */
export const classMessages = {
  'class.brackets': {
    'zh-CN': v => `括号已更正，按${v.classes}读取，请核对`,
    en: v => `Brackets corrected; read as ${v.classes}; please check`,
  },
  'class.campus': {
    'zh-CN': () => '括号内按校区读取，请核对',
    en: () => 'The words in brackets are taken as the campus; please check',
  },
  'class.corrected': {
    'zh-CN': v => `按${v.classes}读取，请核对`,
    en: v => `Read as ${v.classes}; please check`,
  },
  'class.glued': {
    'zh-CN': v => `几个班级连写，按${v.classes}读取，请核对`,
    en: v => `Several classes run together; read as ${v.classes}; please check`,
  },
  'class.grade-differs': {
    'zh-CN': () => '班级与年级列不符，请改正',
    en: () => 'The class does not fit the grade column; please correct',
  },
  'class.high-number': {
    'zh-CN': () => '班号较大，请核对',
    en: () => 'The class number is high; please check',
  },
  'class.is-date': {
    'zh-CN': () => '班级变成了日期，请以文本重填',
    en: () => 'The class became a date; enter it again as text',
  },
  'class.joined': {
    'zh-CN': v => `按${v.classes}读取，请核对`,
    en: v => `Read as ${v.classes}; please check`,
  },
  'class.no-grade': {
    'zh-CN': () => '缺少年级，请填写“三(2)班”这样的名称',
    en: () => 'The grade is missing; write it like 三(2)班',
  },
  'class.no-such-class': {
    'zh-CN': () => '没有这个班号，请改正',
    en: () => 'There is no such class number; please correct',
  },
  'class.no-such-grade': {
    'zh-CN': () => '没有这个年级，请改正班级名称',
    en: () => 'There is no such grade; correct the class name',
  },
  'class.not-a-class': {
    'zh-CN': () => '不是班级名称，请填写“三(2)班”',
    en: () => 'This is no class; write it like 三(2)班',
  },
  'class.number': {
    'zh-CN': () => '班级变成了数字，请以文本重填，如“三(2)班”',
    en: () => 'The class became a number; enter it as text, like 三(2)班',
  },
  'class.numerals': {
    'zh-CN': v => `两个数字连写，按${v.classes}读取，请核对`,
    en: v => `Two numerals run together; read as ${v.classes}; please check`,
  },
  'class.stream': {
    'zh-CN': v => `文理科未采用，按${v.classes}读取，请核对`,
    en: v => `The stream is left out; read as ${v.classes}; please check`,
  },
  'class.twice': {
    'zh-CN': () => '班级重复，只取一次，请核对',
    en: () => 'A class is named twice and taken once; please check',
  },
  'class.unclear': {
    'zh-CN': () => '班级名称不明确，请填写“三(2)班”',
    en: () => 'The class is unclear; write it like 三(2)班',
  },
  'class.whole-grade': {
    'zh-CN': v => `按整个年级${v.classes}读取，请核对`,
    en: v => `Read as the whole grade ${v.classes}; please check`,
  },
  'grade.band': {
    'zh-CN': v => `年级段按${v.grades}年级计，请核对`,
    en: v => `The band is taken as grades ${v.grades}; please check`,
  },
  'grade.band-unclear': {
    'zh-CN': () => '年级段不明确，请写明年级',
    en: () => 'The band is unclear; name the grades',
  },
  'grade.cohort-unclear': {
    'zh-CN': () => '本校有几个学段，请写明小学、初中或高中',
    en: () => 'The school has several stages; say primary, junior or senior',
  },
  'grade.contradiction': {
    'zh-CN': () => '两种写法矛盾，请改正年级',
    en: () => 'The two grades disagree; please correct',
  },
  'grade.corrected': {
    'zh-CN': v => `按${v.grades}年级读取，请核对`,
    en: v => `Read as grade ${v.grades}; please check`,
  },
  'grade.from-class': {
    'zh-CN': v => `这里填了班级，按${v.grades}年级读取`,
    en: v => `A class stands here; read as grade ${v.grades}`,
  },
  'grade.graduation': {
    'zh-CN': () => '“届”是毕业年份，请写明年级',
    en: () => 'This is a graduation year; name the grade',
  },
  'grade.is-date': {
    'zh-CN': () => '年级变成了日期，请以文本重填',
    en: () => 'The grade became a date; enter it again as text',
  },
  'grade.no-such-cohort': {
    'zh-CN': () => '本校现在没有这一级，请写明年级',
    en: () => 'The school has no such cohort now; name the grade',
  },
  'grade.no-such-grade': {
    'zh-CN': () => '没有这个年级，请填写一至十二年级',
    en: () => 'There is no such grade; enter 1 to 12',
  },
  'grade.not-a-grade': { 'zh-CN': () => '不是年级，请改正', en: () => 'This is no grade; please correct' },
  'grade.range': {
    'zh-CN': v => `按${v.grades}年级读取，请核对`,
    en: v => `Read as grades ${v.grades}; please check`,
  },
  'grade.range-backwards': {
    'zh-CN': () => '年级范围颠倒，请改正',
    en: () => 'The range of grades runs backwards; please correct',
  },
  'grade.term-ignored': {
    'zh-CN': v => `学期未采用，按${v.grades}年级读取`,
    en: v => `The term is left out; read as grade ${v.grades}`,
  },
  'grade.twice': {
    'zh-CN': () => '年级重复，只取一次，请核对',
    en: () => 'A grade is named twice and taken once; please check',
  },
  'grade.unclear': {
    'zh-CN': () => '年级不明确，请填写“三年级”这样的名称',
    en: () => 'The grade is unclear; write it like 三年级',
  },
  'grade.whole-stage': {
    'zh-CN': v => `按整个学段${v.grades}年级计，请核对`,
    en: v => `Taken as the whole stage, grades ${v.grades}; please check`,
  },
} satisfies Record<Extract<CellCode, `class.${string}` | `grade.${string}`>, Message<ProblemValues>>
