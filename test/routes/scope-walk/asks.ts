import { addDays, today } from '#app/calendar-day.ts'
import { freshPost } from '#app/features/posts/post-form.ts'
import { samplePost, sampleTitleApplication } from '#db/samples.ts'
import { day, type Subject } from './world.ts'

/** What is asked of an address: its parameters, its query and, for a POST, a form that would succeed. */
export interface Ask {
  params: Record<string, string>
  search?: Record<string, string>
  form?: Record<string, string>
  /** A file in the form. */
  file?: { name: string; text: string }
}

const ruleForm = {
  validFrom: '2025-09-01',
  sports: '5',
  primary: '6',
  junior: '2',
  senior: '1',
  mix: 'warn',
  livingWindow: '20',
  livingDays: '4',
  source: '市教育局',
}

const schoolForm = (of: Subject) => ({
  code: '2132000099',
  name: '另一所小学',
  type: '211',
  stages: 'primary',
  unitCode: of.unitCode,
  countsUnitCode: of.unitCode,
})

const contractForm = { kind: 'COACH', sport1: 'football', engagement: 'PART_TIME', hoursWeek: '12' }
const roundForm = {
  name: '改名的批次',
  document: '教发〔2026〕1号',
  opensAt: '2026-11-02T09:00',
  closesAt: '2099-12-31T17:30',
  onePostEach: 'on',
}

/** A round that is announced must close in the future, whenever the walk is made. */
const soonWindow = () => ({
  opensAt: `${addDays(today(), 1)}T09:00`,
  closesAt: `${addDays(today(), 9)}T17:00`,
})

const postForm = {
  ...freshPost,
  title: '又一个教练员岗位',
  sport: 'football',
  primary: 'on',
  contact: '0518-87212345',
}

const eventForm = {
  ...{ day: '2025-10-12', sport: 'wushu', title: '又一场展演' },
  ...{ classes: '4', participants: '160' },
}

const venueForm = { kind: 'TRACK', weekdayHours: '17:30-20:30', contact: '总务处 0518-87212345' }

const indicators = [
  ...['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'D1', 'D2', 'D3', 'E1'],
  ...['V1', 'V2', 'V3', 'V4'],
]

const visitForm = {
  ...{ visitId: '01DEM0K0000000000000000001', visitedOn: day, visitors: '专家组', findings: '属实' },
  ...{ verdict: 'confirmed' },
  ...Object.fromEntries(indicators.map(code => [`check-${code}`, 'confirmed'])),
}

const batchForm = {
  ...{ level: 'CITY', organisers: '市教育局、市体育局', document: '连教体〔2026〕8号' },
  ...{ setId: '00000000000000000000000001', opensAt: '2026-11-02T09:00', closesAt: '2098-12-31T17:30' },
  ...{ mostSports: '2', validFrom: '2099-01-01', validTo: '2099-12-31', publicityDays: '5' },
}

const searches: Record<string, (of: Subject) => Record<string, string>> = {
  'GET admin/audit': of => ({ subject: of.schoolId }),
  'GET coaches': of => ({ unit: of.unitCode }),
  'GET compliance/export': of => ({ unit: of.unitCode, period: 'week', day }),
  'GET coverage/export': of => ({ unit: of.unitCode }),
  'GET events': () => ({ year: '2025' }),
  'GET events/calendar': of => ({ month: '2025-10', unit: of.unitCode, school: of.schoolId }),
  'GET exports': () => ({ sheet: 'classes' }),
  'GET matching': of => ({ unit: of.unitCode }),
  'GET registry/schools': of => ({ unit: of.unitCode }),
  'GET registry/schools/export': of => ({ unit: of.unitCode }),
  'GET recruitment/posts/new': of => ({ round: of.roundId }),
  'GET templates/:sheet': of => ({ school: of.schoolId }),
}

const forms: Record<string, (of: Subject) => Omit<Ask, 'params'>> = {
  'POST account': () => ({ form: { name: '新名字' } }),
  'POST account/password': () => ({
    form: { current: 'Haizhou-2026', next: 'Ganyu-2027-sea', repeated: 'Ganyu-2027-sea' },
  }),
  'POST admin/accounts/new': of => ({
    form: { login: 'another', name: '另一人', role: 'school', schoolCode: of.schoolCode },
  }),
  'POST admin/accounts/:id': of => ({
    form: { name: '改名', role: 'school', schoolCode: of.schoolCode },
  }),
  'POST admin/accounts/:id/disabled': () => ({ form: { disabled: '1' } }),
  'POST coaches/new': of => ({
    form: { ...contractForm, name: '另一教练', school: of.schoolCode, validFrom: day },
  }),
  'POST coaches/:id/change': () => ({
    form: { ...contractForm, name: '改名教练', from: '2025-09-01', validTo: '2026-12-31' },
  }),
  'POST coaches/:id/end': () => ({ form: { lastDay: '2026-01-31', reason: '调离' } }),
  'POST coaches/:id/placements/new': of => ({
    form: {
      ...{ school: of.schoolCode, sport: 'football', primary: '1', hoursWeek: '2' },
      ...{ validFrom: '2026-02-01', validTo: '2026-06-30' },
    },
  }),
  'POST coaches/:id/trainings/new': () => ({ form: { kind: 'ETHICS', dueOn: '2026-06-30' } }),
  'POST coaches/:id/trainings/:trainingId': () => ({ form: { doneOn: '2026-03-01' } }),
  'POST coach-placements/:id/renew': () => ({ form: { validTo: '2026-06-30' } }),
  'POST coach-placements/:id/end': () => ({ form: { lastDay: '2025-12-31', reason: '调课' } }),
  'POST coach-placements/:id/evaluate': () => ({
    form: { term: '2025-2026-1', rating: 'GOOD', opinion: '认真负责' },
  }),
  'POST coverage/rules': of => ({ form: { ...ruleForm, unitCode: of.unitCode } }),
  'POST import': of => ({
    form: { sheet: 'activity-log', schoolCode: of.schoolCode },
    file: { name: '台账.csv', text: `日期,班级,活动类型,时长(分钟)\n${day},三(1)班,体育课,45\n` },
  }),
  'POST upload-links/new': of => ({
    form: {
      ...{
        schoolCode: of.schoolCode,
        label: '三年级老师',
        sheet: 'activity-log',
        firstDay: day,
        lastDay: day,
      },
      ...{ lifetime: '7', usesAllowed: '1', confirms: 'school' },
    },
  }),
  'POST u/:token': () => ({
    form: {},
    file: { name: '台账.csv', text: `日期,班级,活动类型,时长(分钟)\n${day},三(1)班,体育课,45\n` },
  }),
  'POST imports/:id/answers': () => ({ form: { 'place.0': 'Sheet1!D2', 'typed.0': '45' } }),
  'POST imports/:id/restore': () => ({ form: { place: 'Sheet1!D2' } }),
  'POST profile/identity': () => ({ form: { name: '王海燕', idNumber: '320706199901010014' } }),
  'POST profile/background': () => ({ form: { education: 'BACHELOR' } }),
  'POST profile/sports': () => ({ form: { sport: 'football', grade: 'LEVEL1' } }),
  'POST profile/sports/remove': () => ({ form: { sport: 'football' } }),
  'POST profile/certificates': () => ({ form: { kind: 'MANDARIN', literal: '二级甲等' } }),
  'POST profile/certificates/remove': () => ({ form: { id: '01DEM0K0000000000000000001' } }),
  'POST profile/documents': () => ({
    form: { kind: 'PHOTO' },
    file: { name: '照片.png', text: '\u0089PNG' },
  }),
  'POST profile/documents/remove': of => ({ form: { id: of.documentId } }),
  'POST profile/data': () => ({ form: { wish: 'erase', sure: 'on' } }),
  'POST profile/consent': () => ({ form: { purpose: 'ENTRY_CHECK', agrees: '1' } }),
  'POST placements/new': of => ({
    form: { school: of.schoolCode, sport: 'basketball', stage: 'primary', role: 'member', validFrom: day },
  }),
  'POST titles/rules': () => ({
    form: {
      ...{ validFrom: '2025-09-01', leastLevel: 'COUNTY', target: '120', teamDays: '1' },
      source: '市教育局',
    },
  }),
  'POST titles/batches/new': () => ({ form: { ...batchForm, name: '又一批' } }),
  'POST titles/batches/:id': () => ({ form: {} }),
  'POST titles/batches/:id/change': () => ({ form: { ...batchForm, name: '改名的一批' } }),
  'POST titles/reviews/:id': () => ({ form: { intent: 'declare', interest: 'none' } }),
  'POST titles/batches/:id/experts': of => ({
    form: { application: of.scoredId, expert: of.idleExpertId },
  }),
  'POST titles/applications/:id/scores': of => ({ form: { review: of.reviewId, reason: '总分偏离' } }),
  'POST titles/applications/:id/visit': () => ({
    form: visitForm,
  }),
  'POST titles/batches/:id/apply': () => ({ form: {} }),
  'POST titles/applications/:id': () => ({ form: { action: 'decline', reason: '名额已满' } }),
  'POST titles/applications/:id/edit': () => ({
    form: { statement: '武术队', seenAt: sampleTitleApplication({ batch_id: '', school_id: '' }).updated_at },
  }),
  'POST titles/applications/:id/recommend': () => ({
    form: {
      ...{ position: '1', opinion: '同意推荐', educationBy: '王芳', educationOn: day },
      ...{ sportsBy: '李明', sportsOn: day },
    },
  }),
  'POST titles/applications/:id/files': () => ({
    form: { description: '运动队照片' },
    file: { name: '队.png', text: '\u0089PNG' },
  }),
  'POST titles/batches/:id/notice': () => ({ form: { channel: '市教育局网站', contact: '0518-85812345' } }),
  'POST titles/batches/:id/designate': () => ({
    form: { document: '连教体〔2026〕12号', namedOn: '2026-11-24' },
  }),
  'POST titles/notices/:id': () => ({ form: { name: '王先生', contact: '王先生家', text: '项目有误' } }),
  'POST titles/objections/:id': () => ({ form: { status: 'dismissed', answer: '经核实无误' } }),
  'POST events/new': of => ({ form: { ...eventForm, school: of.schoolCode } }),
  'POST events/:id': () => ({ form: { description: '舞龙' }, file: { name: '现场.png', text: '\u0089PNG' } }),
  'POST events/:id/change': () => ({ form: { ...eventForm, title: '改名的展演' } }),
  'POST words': () => ({ form: { word: '校足', value: 'sport:football' } }),
  'POST words/:id/change': () => ({ form: { value: 'sport:basketball' } }),
  'POST venues/new': of => ({
    form: { ...venueForm, school: of.schoolCode, name: '南操场', validFrom: '2025-09-01' },
  }),
  'POST venues/:id/change': () => ({ form: { ...venueForm, from: '2025-09-01' } }),
  'POST venues/:id/close': () => ({ form: { lastDay: '2025-12-31', reason: '操场翻修' } }),
  'POST venues/manage': of => ({ form: { unit: of.unitCode } }),
  'POST titles/indicators': () => ({ form: { intent: 'begin' } }),
  'POST titles/:id/reports/:year': () => ({
    form: { training: '每周三次', updatedAt: '', intent: 'save' },
  }),
  'POST titles/:id/reports/:year/decide': () => ({
    form: { decision: 'confirm', opinion: '属实', updatedAt: '2025-06-10 02:00:00.000' },
  }),
  'POST titles/:id/review': () => ({
    form: { intent: 'save', score: '80', updatedAt: '2025-09-10 02:00:00.000' },
  }),
  'POST titles/:id/conclude/:conclusion': () => ({
    form: { reason: '不再申请', document: '连教体〔2026〕9号', updatedAt: '2025-09-10 02:00:00.000' },
  }),
  'POST titles/:id/transfer': of => ({
    form: { school: of.schoolCode, from: '2025-09-01', reason: '合并', document: '连教体〔2026〕9号' },
  }),
  'POST titles/:id/:step': () => ({
    form: { from: day, kind: 'REVOKED', reason: '一年没有训练', document: '连教体〔2026〕9号' },
  }),
  'POST placements/:id/change': () => ({ form: { from: day, role: 'leader' } }),
  'POST placements/:id/end': () => ({ form: { lastDay: day } }),
  'POST notices': () => ({ form: { until: '2099-01-01 00:00:00.000' } }),
  'POST recruitment/duplicates': () => ({
    form: { one: '01DEM0K0000000000000000001', other: '01DEM0K0000000000000000002', decision: 'merge' },
  }),
  'POST preferences': () => ({ form: { locale: 'en', back: '/' } }),
  'POST registry/units': of => ({ form: { unitCode: of.unitCode, obliged: 'no', from: day } }),
  'POST applications/:id/withdraw': () => ({ form: { reason: '已有工作', state: 'SUBMITTED' } }),
  'POST posts/:number/apply': () => ({ form: { statement: '', promise: 'on', intent: 'submit' } }),
  'POST calendar/save': of => ({ form: { place: of.schoolCode, day: '2025-09-03', kind: 'suspended' } }),
  'POST calendar/remove': of => ({ form: { scope: of.schoolId, day } }),
  'POST calendar/terms': () => ({
    form: { schoolYear: '2025', number: '1', firstDay: '2025-09-01', lastDay: '2026-01-29' },
  }),
  'POST calendar/years': () => ({ form: { year: '2027', source: '国办发明电' } }),
  'POST entry-checks/:personId': () => ({
    form: { queriedOn: today(), result: 'CLEAR', reference: '查询-118' },
  }),
  'POST exemptions/:id/decide': () => ({ form: { decision: 'approved' } }),
  'POST exemptions/new': of => ({
    form: { schoolCode: of.schoolCode, firstDay: '2025-09-03', lastDay: '2025-09-03', reason: 'RAIN_SNOW' },
  }),
  'POST registry/schools/new': of => ({ form: { ...schoolForm(of), openedOn: day } }),
  'POST registry/schools/:id/edit': of => ({ form: { ...schoolForm(of), code: of.schoolCode, from: day } }),
  'POST registry/schools/:id/close': () => ({ form: { closedOn: '2025-12-01' } }),
  'POST registry/schools/:id/aliases': () => ({ form: { alias: '老校名', change: 'add' } }),
  'POST registry/schools/:id/classes/new': () => ({
    form: { stage: 'primary', entryYear: '2024', classNo: '7', pupils: '40' },
  }),
  'POST registry/schools/:id/classes/:classId': () => ({ form: { pupils: '41' } }),
  'POST recruitment/rounds/new': of => ({
    form: { ...roundForm, unitCode: of.unitCode, name: '又一批', ...soonWindow() },
  }),
  'POST recruitment/rounds/:id': () => ({ form: roundForm }),
  'POST recruitment/posts/new': of => ({
    search: { round: of.roundId },
    form: { ...postForm, schools: of.schoolCode },
  }),
  'POST recruitment/posts/:id/interviews': () => ({
    form: {
      intent: 'add',
      panel: '一号考场',
      place: '县体育馆',
      first: `${addDays(today(), 30)}T09:00`,
      minutes: '20',
      count: '3',
    },
  }),
  'POST recruitment/posts/:id/candidates': () => ({ form: { publish: 'ranking' } }),
  'POST recruitment/posts/:id/objections/:objectionId': () => ({
    form: { status: 'dismissed', answer: '经复核无误' },
  }),
  'POST recruitment/applications/:id': () => ({ form: { action: 'qualify' } }),
  'POST recruitment/applications/:id/score': () => ({ form: { component: 'WRITTEN', score: '80' } }),
  'POST recruitment/applications/:id/check': () => ({
    form: { queriedOn: today(), result: 'CLEAR', reference: '查询-118' },
  }),
  'POST recruitment/applications/:id/contact': () => ({ form: { part: 'phone', reason: '通知面试时间' } }),
  'POST posts/:number/notice': () => ({ form: { name: '李先生', contact: '李先生家', text: '成绩有误' } }),
  'POST recruitment/posts/:id': () => ({ form: { move: 'submit' } }),
  'POST recruitment/posts/:id/edit': of => ({
    form: { ...postForm, schools: of.schoolCode, updatedAt: samplePost({ round_id: '' }).updated_at },
  }),
  'POST settings/daily-hour': () => ({
    form: { stage: '', purpose: 'floor', minutes: '70', validFrom: '2025-09-01', source: '市教育局' },
  }),
  'POST settings/travel': () => ({ form: { kmPerHour: '20', detour: '1.4', marginMinutes: '12' } }),
  'POST settings/daily-hour/kinds': () => ({ form: { kind: 'PE_LESSON' } }),
  'POST setup': () => ({
    form: { login: 'first', name: '第一人', password: 'Ganyu-2027-sea', repeated: 'Ganyu-2027-sea' },
  }),
  'POST sign-in': () => ({ form: { login: 'city', password: 'Haizhou-2026' } }),
}

/** What a request to the address asks for when it is after the subject's rows. */
export function askOf(method: 'GET' | 'POST', address: string, of: Subject): Ask {
  const line = `${method} ${address}`
  const params = paramsOf(address, of)
  const search = searches[line] ?? searches[line.replace(/\/export$/, '')]
  if (method === 'GET') return { params, search: search?.(of) }
  return { params, ...(forms[line]?.(of) ?? { form: {} }) }
}

function paramsOf(address: string, of: Subject): Record<string, string> {
  const names = [...address.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  return Object.fromEntries(names.map(name => [name, paramOf(name, address, of)]))
}

function paramOf(name: string, address: string, of: Subject): string {
  if (name === 'id') return idOf(address, of)
  if (name === 'code') return /units\//.test(address) ? of.unitCode : 'football'
  const others: Record<string, string> = {
    classId: of.classId,
    conclusion: 'expire',
    year: '2024',
    personId: of.personId,
    documentId: of.documentId,
    objectionId: '01DEM0K0000000000000000001',
    day: '2025-09-01',
    fileId: of.titleFileId,
    pictureId: of.pictureId,
    number: of.postNumber,
    sheet: 'activity-log.xlsx',
    sport: 'football',
    step: 'end',
    token: of.openToken,
    trainingId: of.trainingId,
    upload: of.openUploadId,
  }
  const value = others[name]
  if (value === undefined) throw new Error(`Say in asks.ts what :${name} of ${address} stands for`)
  return value
}

function idOf(address: string, of: Subject): string {
  if (address.startsWith('admin/accounts/')) return of.accountId
  if (address.startsWith('applications/')) return of.applicationId
  if (address.startsWith('events/')) return of.eventId
  if (address.startsWith('venues/')) return of.venueId
  if (address.startsWith('words/')) return of.wordId
  if (address.startsWith('imports/')) return of.importId
  if (address.startsWith('upload-links/')) return of.linkId
  if (address.startsWith('coaches/')) return of.coachId
  if (address.startsWith('coach-placements/')) return of.coachPlacementId
  if (address.startsWith('recruitment/rounds/')) return of.roundId
  if (address.startsWith('recruitment/posts/')) return of.postId
  if (address.startsWith('recruitment/applications/')) return of.applicationId
  if (address.startsWith('placements/')) return of.placementId
  if (address === 'titles/batches/:id/apply') return of.openBatchId
  if (address === 'titles/applications/:id/recommend') return of.handedInId
  if (/^titles\/applications\/:id\/scores(\/export)?$/.test(address)) return of.scoredId
  if (address === 'titles/applications/:id/visit') return of.visitedId
  if (address.startsWith('titles/reviews/')) return of.reviewId
  if (address.startsWith('titles/applications/')) return of.titleApplicationId
  if (/^titles\/batches\/:id\/(notice|designate|list)(\/export)?$/.test(address)) return of.noticeBatchId
  if (address.startsWith('titles/batches/')) return of.batchId
  if (address.startsWith('titles/notices/')) return of.noticeId
  if (address.startsWith('titles/objections/')) return of.objectionId
  if (/^titles\/:id\/(review|conclude|reports\/:year\/decide)/.test(address)) return of.dueTitleId
  if (address === 'titles/:id/transfer') return of.closedTitleId
  if (address.startsWith('titles/')) return of.titleId
  if (address.startsWith('exemptions/') || address.includes('/exemptions/')) return of.exemptionId
  if (/(^|\/)schools\//.test(address)) return of.schoolId
  throw new Error(`Say in asks.ts what :id of ${address} stands for`)
}
