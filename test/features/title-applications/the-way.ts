import type { TitleAction, TitleStanding } from '#app/features/title-applications/title-way.rule.ts'
import type { TitleApplicationState } from '#db/tables.ts'

/** The whole way as the notice of a batch would put it: from, action, who, to. Everything else is impossible. */
export const theWay: [TitleApplicationState, TitleAction, TitleStanding, TitleApplicationState][] = [
  ['DRAFT', 'submit', 'school', 'SUBMITTED'],
  ['SUBMITTED', 'withdraw', 'school', 'WITHDRAWN'],
  ['SUBMITTED', 'return', 'unit', 'RETURNED'],
  ['SUBMITTED', 'recommend', 'unit', 'RECOMMENDED'],
  ['SUBMITTED', 'decline', 'unit', 'REJECTED'],
  ['RETURNED', 'submit', 'school', 'SUBMITTED'],
  ['RETURNED', 'withdraw', 'school', 'WITHDRAWN'],
  ['RETURNED', 'decline', 'unit', 'REJECTED'],
  ['RECOMMENDED', 'withdraw', 'school', 'WITHDRAWN'],
  ['RECOMMENDED', 'return', 'city', 'RETURNED'],
  ['RECOMMENDED', 'take-back', 'unit', 'SUBMITTED'],
  ['RECOMMENDED', 'pass-material', 'city', 'EXPERT_REVIEW'],
  ['RECOMMENDED', 'reject', 'city', 'REJECTED'],
  ['EXPERT_REVIEW', 'call-to-visit', 'city', 'ONSITE_REVIEW'],
  ['EXPERT_REVIEW', 'shortlist', 'city', 'SHORTLISTED'],
  ['EXPERT_REVIEW', 'reject', 'city', 'REJECTED'],
  ['ONSITE_REVIEW', 'shortlist', 'city', 'SHORTLISTED'],
  ['ONSITE_REVIEW', 'reject', 'city', 'REJECTED'],
  ['SHORTLISTED', 'put-up', 'city', 'PUBLICITY'],
  ['SHORTLISTED', 'reject', 'city', 'REJECTED'],
  ['PUBLICITY', 'designate', 'city', 'DESIGNATED'],
  ['PUBLICITY', 'reject', 'city', 'REJECTED'],
]
