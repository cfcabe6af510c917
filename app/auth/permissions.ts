import type { Role } from '#db/tables.ts'
import type { Actor } from './scope.ts'

/** Who may do what; pages and buttons ask here. Which rows somebody may do it to is the scope's business. */
export const can = {
  manageAccounts: by('city', 'unit', 'admin'),
  seeAudit: by('auditor', 'admin'),
}

function by(...roles: Role[]): (actor: Actor) => boolean {
  return actor => roles.includes(actor.role)
}
