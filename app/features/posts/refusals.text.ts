import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { Message } from '#app/i18n/text.ts'
import type { EndRoundRefusal } from './end-round.server.ts'
import type { MoveRefusal } from './move-post.server.ts'
import { leastWrittenWeight, mostInternMonths } from './post.rule.ts'
import type { SavePostProblem, SavePostRefusal } from './save-post.server.ts'
import type { RoundRefusal } from './save-round.server.ts'

export const moveRefusals = {
  'not-found': { 'zh-CN': '没有这个岗位。', en: 'There is no such post.' },
  'not-allowed': {
    'zh-CN': '岗位现在的状态不能这样办理，或不归您办理。',
    en: 'Its state does not allow this, or it is not yours to do.',
  },
  'reason-needed': { 'zh-CN': '请写明原因。', en: 'Please give the reason.' },
  'reason-too-long': { 'zh-CN': '原因不超过 400 字。', en: 'At most 400 characters.' },
  'has-problems': {
    'zh-CN': '岗位内容与现在的学校情况不符，请先修改。',
    en: 'The post no longer fits its schools; please change it first.',
  },
  'round-over': { 'zh-CN': '这一批次的报名已经截止。', en: 'The window of its round has closed.' },
  'window-runs': { 'zh-CN': '报名还没有截止。', en: 'Its window has not closed yet.' },
  'holds-number': coachingText.holdsNumber,
  'candidates-underway': {
    'zh-CN': '还有报名人员没有办结；请先办完，或取消岗位并写明原因。',
    en: 'Some candidates are not decided yet; decide on them first, or cancel the post with a reason.',
  },
} satisfies Record<MoveRefusal, Message>

export const roundRefusals = {
  missing: { 'zh-CN': '请填写。', en: 'Please fill this in.' },
  'window-reversed': { 'zh-CN': '截止时间应晚于开始时间。', en: 'It must close after it opens.' },
  'window-past': { 'zh-CN': '截止时间已经过去。', en: 'This time has passed.' },
  'window-too-long': { 'zh-CN': '报名时间不超过 366 天。', en: 'A window lasts 366 days at most.' },
  'fixed-by-publication': {
    'zh-CN': '已有岗位发布，报名人以此为准，不能再改；只能延长截止时间。',
    en: 'A post of the round is published and people rely on this; only the end may be extended.',
  },
  'only-later': {
    'zh-CN': '已有岗位发布，截止时间只能延后。',
    en: 'A post is published: only a later time.',
  },
  'already-closed': { 'zh-CN': '报名已经截止，不能再延长。', en: 'It has closed and cannot be extended.' },
  'not-your-unit': { 'zh-CN': '不能为这个单位发布招聘。', en: 'You cannot announce for this unit.' },
  'name-taken': { 'zh-CN': '本单位已有同名批次。', en: 'The unit has a round of this name.' },
} satisfies Record<RoundRefusal, Message>

export const endRefusals = {
  'not-found': { 'zh-CN': '没有这个批次。', en: 'There is no such round.' },
  'window-runs': { 'zh-CN': '报名还没有截止。', en: 'Its window has not closed yet.' },
  'posts-unfinished': {
    'zh-CN': '还有岗位没有完成或取消。',
    en: 'Some of its posts are neither completed nor cancelled.',
  },
} satisfies Record<EndRoundRefusal, Message>

export const saveRefusals = {
  'round-unknown': { 'zh-CN': '没有这个批次。', en: 'There is no such round.' },
  'round-over': { 'zh-CN': '这一批次的报名已经截止。', en: 'The window of this round has closed.' },
  'not-found': { 'zh-CN': '没有这个岗位。', en: 'There is no such post.' },
  'not-allowed': {
    'zh-CN': '岗位已报送或发布，不能修改。',
    en: 'The post is submitted or published and cannot be changed.',
  },
  'changed-meanwhile': {
    'zh-CN':
      '您打开之后，岗位已被他人修改，尚未保存。下面是您填写的内容：请先到岗位页核对现内容，再次保存将以此为准。',
    en: 'Somebody else changed the post after you opened it, so nothing was saved. Below stands what you entered: look at the post as it is now; saving again puts yours in its place.',
  },
} satisfies Record<Exclude<SavePostRefusal, 'problems'>, Message>

export const postProblemWords = {
  missing: { 'zh-CN': '请填写。', en: 'Please fill this in.' },
  'too-long': { 'zh-CN': '文字过长。', en: 'This is too long.' },
  'personal-number': {
    'zh-CN': '岗位对外公开，请不要写手机号和身份证号，可写单位座机。',
    en: 'The post is public: no mobile or ID numbers here; an office line may stand.',
  },
  'out-of-bounds': { 'zh-CN': '数值超出范围。', en: 'This number is out of bounds.' },
  'school-unknown': {
    'zh-CN': '您管理的学校中没有这所学校，或已停办。',
    en: 'No open school of yours is this.',
  },
  'schools-none': { 'zh-CN': '请选择学校。', en: 'Please choose a school.' },
  'own-school-one': {
    'zh-CN': '学校岗位只能有一所学校；多所学校请选“统筹岗位”。',
    en: 'A school’s own post names one school; for several choose a pooled post.',
  },
  'school-of-other-unit': {
    'zh-CN': '学校不属于发布批次的单位。',
    en: 'The school is not of the unit that announces the round.',
  },
  'sport-unknown': { 'zh-CN': '项目目录中没有这个项目。', en: 'The catalogue has no such sport.' },
  'stages-none': { 'zh-CN': '请选择学段。', en: 'Please choose a stage.' },
  'stage-not-run': {
    'zh-CN': '有学校不办所选学段，或所选学段没有学校办。',
    en: 'A school runs none of these stages, or no school runs one of them.',
  },
  'weights-not-100': { 'zh-CN': '笔试与技能测试之和应为 100%。', en: 'The two weights must sum to 100%.' },
  'written-too-light': {
    'zh-CN': `笔试不低于总分的 ${leastWrittenWeight}%；不设笔试请填 0。`,
    en: `A written test counts ${leastWrittenWeight}% at least; 0 for none.`,
  },
  'pass-without-test': { 'zh-CN': '没有这项测试，不设合格线。', en: 'There is no such test to pass.' },
  'pass-out-of-bounds': { 'zh-CN': '合格线在 0 至 100 分之间。', en: 'A pass mark lies from 0 to 100.' },
  'probation-established': {
    'zh-CN': '在编岗位试用期为 6 或 12 个月。',
    en: 'An established post has 6 or 12 months of probation.',
  },
  'probation-other': {
    'zh-CN': '试用期为 0、1、2、3 或 6 个月。',
    en: 'Its probation is 0, 1, 2, 3 or 6 months.',
  },
  'certificate-needs-probation': {
    'zh-CN': '没有试用期，不能要求试用期内取得。',
    en: 'Without a probation nothing can be due within it.',
  },
  'reserved-needs-level1': {
    'zh-CN': '面向退役运动员的岗位，等级要求应为一级运动员及以上。',
    en: 'A post reserved for retired athletes asks for level 1 or above.',
  },
  'reserved-admits-no-result': {
    'zh-CN': '面向退役运动员的岗位以等级为准，不能以成绩代替。',
    en: 'A reserved post goes by the grade: no result stands in for it.',
  },
  'result-without-grade': {
    'zh-CN': '没有等级要求，无需以成绩代替。',
    en: 'No grade is asked for that a result could stand in for.',
  },
  'intern-needs-term': { 'zh-CN': '实习教练请填写合同期。', en: 'An intern’s contract needs its months.' },
  'intern-too-long': {
    'zh-CN': `实习教练最长 ${mostInternMonths} 个月。`,
    en: `An intern stays ${mostInternMonths} months at most.`,
  },
  'already-there': {
    'zh-CN': '本批次已有同一学校、项目、名称的岗位。',
    en: 'The round has a post of this title, sport and school already.',
  },
  'pooled-by-unit': { 'zh-CN': '统筹岗位由主管单位设置。', en: 'Pooled posts are set up by the unit.' },
} satisfies Record<SavePostProblem, Message>
