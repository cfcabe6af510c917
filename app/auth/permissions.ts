import type { Role } from '#db/tables.ts'
import type { Actor } from './scope.ts'

/** Who may do what; pages and buttons ask here. Which rows somebody may do it to is the scope's business. */
export const can = {
  applyForTitles: by('school'),
  applyToPosts: by('applicant'),
  changeDailyHour: by('city', 'admin'),
  changeEvents: by('city', 'unit', 'school', 'admin'),
  changeInstructors: by('city', 'unit', 'school', 'admin'),
  changeObligation: by('city', 'admin'),
  changePlacements: by('city', 'unit', 'admin'),
  changeProgramRules: by('city', 'admin'),
  changeTravel: by('city', 'admin'),
  changeTitles: by('city', 'unit', 'admin'),
  changeVenues: by('city', 'unit', 'school', 'admin'),
  changeTitleRules: by('city', 'admin'),
  confirmTitleReports: by('city', 'unit'),
  writeTitleReports: by('school'),
  changeRegistry: by('city', 'unit', 'admin'),
  decideExemptions: by('city', 'unit'),
  editCalendar: by('city', 'unit'),
  importSheets: by('city', 'unit', 'school', 'admin'),
  announceRounds: by('city', 'unit'),
  keepProfile: by('applicant'),
  makeUploadLinks: by('city', 'unit', 'school', 'admin'),
  mergePersons: by('city'),
  manageAccounts: by('city', 'unit', 'admin'),
  recordVisits: by('city', 'expert'),
  recordEntryChecks: by('city', 'unit'),
  preparePosts: by('city', 'unit', 'school'),
  publishTitles: by('city'),
  publishVenues: by('city', 'unit', 'admin'),
  scoreTitles: by('expert'),
  requestExemption: by('city', 'unit', 'school'),
  seeAudit: by('auditor', 'admin'),
  seeCalendar: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeCompliance: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeCoverage: by('city', 'unit', 'auditor', 'admin'),
  seeImports: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeInstructors: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeRecruitment: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeMatching: by('city', 'unit'),
  seeReference: by('city', 'unit', 'auditor', 'admin'),
  seeEvents: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeVenues: by('city', 'unit', 'school', 'auditor', 'admin'),
  handleTitleApplications: by('city', 'unit', 'school'),
  seeTitles: by('city', 'unit', 'school', 'auditor', 'admin'),
  seeRegistry: by('city', 'unit', 'auditor', 'admin'),
}

function by(...roles: Role[]): (actor: Actor) => boolean {
  return actor => roles.includes(actor.role)
}
