import { roles, type Visitor } from './world.ts'

/**
 * What every address answers to whom, when it is asked for whose rows (see world.ts):
 * 200 shows it; 403, 404, 422 refuse and change nothing; in = must sign in first; moved = is sent elsewhere and changes
 * nothing; done = changes something. A school that asks for an exemption asks for itself, whichever school it names.
 */
const table = `
  method  address                                 whose    nobody  city   unit   school  applicant  expert  auditor  admin
  GET     /                                       own      200     200    200    moved   200        moved   200      200
  POST    /preferences                            own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /notices                                own      in      200    200    200     200        200     200      200
  POST    /notices                                own      in      moved  moved  moved   moved      moved   moved    moved
  GET     /posts                                  own      200     200    200    200     200        200     200      200
  GET     /posts/:number                          own      404     404    404    404     404        404     404      404
  GET     /posts/:number                          sister   404     404    404    404     404        404     404      404
  GET     /posts/:number                          foreign  404     404    404    404     404        404     404      404
  GET     /recruitment                            own      in      200    200    200     403        403     200      200
  GET     /recruitment/duplicates                 own      in      200    403    403     403        403     403      403
  POST    /recruitment/duplicates                 own      in      422    403    403     403        403     403      403
  GET     /recruitment/rounds/new                 own      in      200    200    403     403        403     403      403
  POST    /recruitment/rounds/new                 own      in      422    done   403     403        403     403      403
  POST    /recruitment/rounds/new                 foreign  in      422    422    403     403        403     403      403
  GET     /recruitment/rounds/:id                 own      in      404    200    403     403        403     403      403
  GET     /recruitment/rounds/:id                 sister   in      404    200    403     403        403     403      403
  GET     /recruitment/rounds/:id                 foreign  in      404    404    403     403        403     403      403
  POST    /recruitment/rounds/:id                 own      in      404    done   403     403        403     403      403
  POST    /recruitment/rounds/:id                 sister   in      404    done   403     403        403     403      403
  POST    /recruitment/rounds/:id                 foreign  in      404    404    403     403        403     403      403
  GET     /recruitment/rounds/:id/end             own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /recruitment/rounds/:id/end             sister   moved   moved  moved  moved   moved      moved   moved    moved
  GET     /recruitment/rounds/:id/end             foreign  moved   moved  moved  moved   moved      moved   moved    moved
  POST    /recruitment/rounds/:id/end             own      in      404    422    403     403        403     403      403
  POST    /recruitment/rounds/:id/end             sister   in      404    422    403     403        403     403      403
  POST    /recruitment/rounds/:id/end             foreign  in      404    404    403     403        403     403      403
  GET     /recruitment/posts/new                  own      in      200    200    200     403        403     403      403
  GET     /recruitment/posts/new                  sister   in      200    200    200     403        403     403      403
  GET     /recruitment/posts/new                  foreign  in      200    404    404     403        403     403      403
  POST    /recruitment/posts/new                  own      in      done   done   done    403        403     403      403
  POST    /recruitment/posts/new                  sister   in      done   done   done    403        403     403      403
  POST    /recruitment/posts/new                  foreign  in      done   404    404     403        403     403      403
  POST    /recruitment/posts/new                  crossed  in      422    422    done    403        403     403      403
  GET     /recruitment/posts/:id                  own      in      200    200    200     403        403     200      200
  GET     /recruitment/posts/:id                  sister   in      200    200    404     403        403     200      200
  GET     /recruitment/posts/:id                  foreign  in      200    404    404     403        403     200      200
  POST    /recruitment/posts/:id                  own      in      done   done   done    403        403     403      403
  POST    /recruitment/posts/:id                  sister   in      done   done   404     403        403     403      403
  POST    /recruitment/posts/:id                  foreign  in      done   404    404     403        403     403      403
  GET     /recruitment/posts/:id/edit             own      in      200    200    200     403        403     403      403
  GET     /recruitment/posts/:id/edit             sister   in      200    200    404     403        403     403      403
  GET     /recruitment/posts/:id/edit             foreign  in      200    404    404     403        403     403      403
  POST    /recruitment/posts/:id/edit             own      in      done   done   done    403        403     403      403
  POST    /recruitment/posts/:id/edit             sister   in      done   done   404     403        403     403      403
  POST    /recruitment/posts/:id/edit             foreign  in      done   404    404     403        403     403      403
  POST    /recruitment/posts/:id/edit             crossed  in      422    422    done    403        403     403      403
  GET     /posts/:number/apply                    own      in      403    403    403     404        403     403      403
  GET     /posts/:number/apply                    sister   in      403    403    403     404        403     403      403
  GET     /posts/:number/apply                    foreign  in      403    403    403     404        403     403      403
  POST    /posts/:number/apply                    own      in      403    403    403     404        403     403      403
  POST    /posts/:number/apply                    sister   in      403    403    403     404        403     403      403
  POST    /posts/:number/apply                    foreign  in      403    403    403     404        403     403      403
  GET     /posts-for-you                          own      in      403    403    403     200        403     403      403
  GET     /matching                               own      in      200    200    403     403        403     403      403
  GET     /matching                               foreign  in      200    404    403     403        403     403      403
  GET     /matching/posts/:number                 own      in      404    404    403     403        403     403      403
  GET     /matching/posts/:number                 sister   in      404    404    403     403        403     403      403
  GET     /matching/posts/:number                 foreign  in      404    404    403     403        403     403      403
  GET     /applications                           own      in      403    403    403     200        403     403      403
  GET     /applications/:id                       own      in      403    403    403     200        403     403      403
  GET     /applications/:id                       sister   in      403    403    403     404        403     403      403
  GET     /applications/:id                       foreign  in      403    403    403     404        403     403      403
  GET     /applications/:id/withdraw              own      in      403    403    403     200        403     403      403
  GET     /applications/:id/withdraw              sister   in      403    403    403     404        403     403      403
  GET     /applications/:id/withdraw              foreign  in      403    403    403     404        403     403      403
  POST    /applications/:id/withdraw              own      in      403    403    403     done       403     403      403
  POST    /applications/:id/withdraw              sister   in      403    403    403     404        403     403      403
  POST    /applications/:id/withdraw              foreign  in      403    403    403     404        403     403      403
  GET     /sign-in                                own      200     moved  moved  moved   moved      moved   moved    moved
  POST    /sign-in                                own      done    done   done   done    done       done    done     done
  GET     /sign-out                               own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /sign-out                               own      in      done   done   done    done       done    done     done
  GET     /setup                                  own      404     404    404    404     404        404     404      404
  POST    /setup                                  own      404     404    404    404     404        404     404      404
  GET     /register                               own      200     moved  moved  moved   moved      moved   moved    moved
  POST    /register                               own      422     422    422    422     422        422     422      422
  GET     /register/finish                        own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /register/finish                        own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /profile                                own      in      403    403    403     200        403     403      403
  GET     /profile/identity                       own      in      403    403    403     200        403     403      403
  GET     /profile/contact                        own      in      403    403    403     200        403     403      403
  GET     /profile/sports                         own      in      403    403    403     200        403     403      403
  GET     /profile/background                     own      in      403    403    403     200        403     403      403
  GET     /profile/certificates                   own      in      403    403    403     200        403     403      403
  GET     /profile/data                           own      in      403    403    403     200        403     403      403
  POST    /profile/data                           own      in      403    403    403     done       403     403      403
  GET     /profile/data.xlsx                      own      in      403    403    403     200        403     403      403
  GET     /profile/consent                        own      in      403    403    403     200        403     403      403
  GET     /profile/contact/prove                  own      in      403    403    403     moved      403     403      403
  POST    /profile/identity                       own      in      403    403    403     done       403     403      403
  POST    /profile/sports                         own      in      403    403    403     done       403     403      403
  POST    /profile/sports/remove                  own      in      403    403    403     done       403     403      403
  POST    /profile/background                     own      in      403    403    403     done       403     403      403
  POST    /profile/certificates                   own      in      403    403    403     done       403     403      403
  POST    /profile/certificates/remove            own      in      403    403    403     done       403     403      403
  POST    /profile/consent                        own      in      403    403    403     done       403     403      403
  POST    /profile/contact                        own      in      403    403    403     422        403     403      403
  POST    /profile/contact/prove                  own      in      403    403    403     moved      403     403      403
  GET     /profile/sports/remove                  own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /profile/certificates/remove            own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /recover                                own      200     moved  moved  moved   moved      moved   moved    moved
  POST    /recover                                own      422     422    422    422     422        422     422      422
  GET     /recover/finish                         own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /recover/finish                         own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /account                                own      in      200    200    200     200        200     200      200
  POST    /account                                own      in      done   done   done    done       done    done     done
  GET     /account/password                       own      in      200    200    200     200        200     200      200
  POST    /account/password                       own      in      done   done   done    done       done    done     done
  GET     /account/sign-out-others                own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /account/sign-out-others                own      in      done   done   done    done       done    done     done
  GET     /admin/accounts                         own      in      200    200    403     403        403     403      200
  GET     /admin/accounts/new                     own      in      200    200    403     403        403     403      200
  POST    /admin/accounts/new                     own      in      done   done   403     403        403     403      done
  POST    /admin/accounts/new                     sister   in      done   done   403     403        403     403      done
  POST    /admin/accounts/new                     foreign  in      done   422    403     403        403     403      done
  GET     /admin/accounts/:id                     own      in      200    200    403     403        403     403      200
  GET     /admin/accounts/:id                     sister   in      200    200    403     403        403     403      200
  GET     /admin/accounts/:id                     foreign  in      200    404    403     403        403     403      200
  POST    /admin/accounts/:id                     own      in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id                     sister   in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id                     foreign  in      done   404    403     403        403     403      done
  POST    /admin/accounts/:id                     crossed  in      done   422    403     403        403     403      done
  GET     /admin/accounts/:id/password            own      in      200    200    403     403        403     403      200
  GET     /admin/accounts/:id/password            sister   in      200    200    403     403        403     403      200
  GET     /admin/accounts/:id/password            foreign  in      200    404    403     403        403     403      200
  POST    /admin/accounts/:id/password            own      in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id/password            sister   in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id/password            foreign  in      done   404    403     403        403     403      done
  GET     /admin/accounts/:id/disabled            own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /admin/accounts/:id/disabled            sister   moved   moved  moved  moved   moved      moved   moved    moved
  GET     /admin/accounts/:id/disabled            foreign  moved   moved  moved  moved   moved      moved   moved    moved
  POST    /admin/accounts/:id/disabled            own      in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id/disabled            sister   in      done   done   403     403        403     403      done
  POST    /admin/accounts/:id/disabled            foreign  in      done   404    403     403        403     403      done
  GET     /admin/audit                            own      in      403    403    403     403        403     200      200
  GET     /admin/audit                            sister   in      403    403    403     403        403     200      200
  GET     /admin/audit                            foreign  in      403    403    403     403        403     200      200
  GET     /settings/daily-hour                    own      in      200    403    403     403        403     403      200
  POST    /settings/daily-hour                    own      in      done   403    403     403        403     403      done
  POST    /settings/daily-hour/kinds              own      in      done   403    403     403        403     403      done
  GET     /settings/travel                        own      in      200    403    403     403        403     403      200
  POST    /settings/travel                        own      in      done   403    403     403        403     403      done
  GET     /week                                   own      in      403    403    200     403        403     403      403
  GET     /schools/:id/compliance                 own      in      200    200    200     403        403     200      200
  GET     /schools/:id/compliance                 sister   in      200    200    404     403        403     200      200
  GET     /schools/:id/compliance                 foreign  in      200    404    404     403        403     200      200
  GET     /schools/:id/days/:day                  own      in      200    200    200     403        403     200      200
  GET     /schools/:id/days/:day                  sister   in      200    200    404     403        403     200      200
  GET     /schools/:id/days/:day                  foreign  in      200    404    404     403        403     200      200
  GET     /compliance                             own      in      200    moved  moved   403        403     200      200
  GET     /compliance/export                      own      in      200    200    403     403        403     200      200
  GET     /compliance/export                      foreign  in      200    404    403     403        403     200      200
  GET     /compliance/units/:code                 own      in      200    200    403     403        403     200      200
  GET     /compliance/units/:code                 foreign  in      200    403    403     403        403     200      200
  GET     /import                                 own      in      200    200    200     403        403     403      200
  POST    /import                                 own      in      done   done   done    403        403     403      done
  POST    /import                                 sister   in      done   done   422     403        403     403      done
  POST    /import                                 foreign  in      done   422    422     403        403     403      done
  GET     /imports                                own      in      200    200    200     403        403     200      200
  GET     /imports/:id                            own      in      200    200    200     403        403     200      200
  GET     /imports/:id                            sister   in      200    200    404     403        403     200      200
  GET     /imports/:id                            foreign  in      200    404    404     403        403     200      200
  POST    /imports/:id/commit                     own      in      done   done   done    403        403     403      done
  POST    /imports/:id/commit                     sister   in      done   done   404     403        403     403      done
  POST    /imports/:id/commit                     foreign  in      done   404    404     403        403     403      done
  POST    /imports/:id/discard                    own      in      done   done   done    403        403     403      done
  POST    /imports/:id/discard                    sister   in      done   done   404     403        403     403      done
  POST    /imports/:id/discard                    foreign  in      done   404    404     403        403     403      done
  POST    /imports/:id/undo                       own      in      moved  moved  moved   403        403     403      moved
  POST    /imports/:id/undo                       sister   in      moved  moved  404     403        403     403      moved
  POST    /imports/:id/undo                       foreign  in      moved  404    404     403        403     403      moved
  GET     /imports/:id/file                       own      in      200    200    200     403        403     200      200
  GET     /imports/:id/file                       sister   in      200    200    404     403        403     200      200
  GET     /imports/:id/file                       foreign  in      200    404    404     403        403     200      200
  GET     /templates/:sheet                       own      in      200    200    200     403        403     403      200
  GET     /templates/:sheet                       sister   in      200    200    404     403        403     403      200
  GET     /templates/:sheet                       foreign  in      200    404    404     403        403     403      200
  GET     /exports                                own      in      200    200    200     403        403     200      200
  GET     /coaches                                own      in      200    200    200     403        403     200      200
  GET     /coaches                                foreign  in      200    200    200     403        403     200      200
  GET     /coaches/new                            own      in      200    200    200     403        403     403      200
  POST    /coaches/new                            own      in      done   done   done    403        403     403      done
  POST    /coaches/new                            sister   in      done   done   done    403        403     403      done
  POST    /coaches/new                            foreign  in      done   422    done    403        403     403      done
  GET     /coaches/:id                            own      in      200    200    200     403        403     200      200
  GET     /coaches/:id                            sister   in      200    200    404     403        403     200      200
  GET     /coaches/:id                            foreign  in      200    404    404     403        403     200      200
  GET     /coaches/:id/change                     own      in      200    200    200     403        403     403      200
  GET     /coaches/:id/change                     sister   in      200    200    404     403        403     403      200
  GET     /coaches/:id/change                     foreign  in      200    404    404     403        403     403      200
  POST    /coaches/:id/change                     own      in      done   done   done    403        403     403      done
  POST    /coaches/:id/change                     sister   in      done   done   404     403        403     403      done
  POST    /coaches/:id/change                     foreign  in      done   404    404     403        403     403      done
  GET     /coaches/:id/end                        own      in      200    200    200     403        403     403      200
  GET     /coaches/:id/end                        sister   in      200    200    404     403        403     403      200
  GET     /coaches/:id/end                        foreign  in      200    404    404     403        403     403      200
  POST    /coaches/:id/end                        own      in      done   done   done    403        403     403      done
  POST    /coaches/:id/end                        sister   in      done   done   404     403        403     403      done
  POST    /coaches/:id/end                        foreign  in      done   404    404     403        403     403      done
  GET     /coaches/:id/placements/new             own      in      200    200    200     403        403     403      200
  GET     /coaches/:id/placements/new             sister   in      200    200    404     403        403     403      200
  GET     /coaches/:id/placements/new             foreign  in      200    404    404     403        403     403      200
  POST    /coaches/:id/placements/new             own      in      done   done   done    403        403     403      done
  POST    /coaches/:id/placements/new             sister   in      done   done   404     403        403     403      done
  POST    /coaches/:id/placements/new             foreign  in      done   404    404     403        403     403      done
  POST    /coaches/:id/placements/new             crossed  in      done   422    422     403        403     403      done
  GET     /coaches/:id/trainings/new              own      in      200    200    200     403        403     403      200
  GET     /coaches/:id/trainings/new              sister   in      200    200    404     403        403     403      200
  GET     /coaches/:id/trainings/new              foreign  in      200    404    404     403        403     403      200
  POST    /coaches/:id/trainings/new              own      in      done   done   done    403        403     403      done
  POST    /coaches/:id/trainings/new              sister   in      done   done   404     403        403     403      done
  POST    /coaches/:id/trainings/new              foreign  in      done   404    404     403        403     403      done
  GET     /coaches/:id/trainings/:trainingId      own      in      200    200    200     403        403     403      200
  GET     /coaches/:id/trainings/:trainingId      sister   in      200    200    404     403        403     403      200
  GET     /coaches/:id/trainings/:trainingId      foreign  in      200    404    404     403        403     403      200
  POST    /coaches/:id/trainings/:trainingId      own      in      done   done   done    403        403     403      done
  POST    /coaches/:id/trainings/:trainingId      sister   in      done   done   404     403        403     403      done
  POST    /coaches/:id/trainings/:trainingId      foreign  in      done   404    404     403        403     403      done
  GET     /coach-placements/:id/renew             own      in      200    200    200     403        403     403      200
  GET     /coach-placements/:id/renew             sister   in      200    200    404     403        403     403      200
  GET     /coach-placements/:id/renew             foreign  in      200    404    404     403        403     403      200
  POST    /coach-placements/:id/renew             own      in      done   done   done    403        403     403      done
  POST    /coach-placements/:id/renew             sister   in      done   done   404     403        403     403      done
  POST    /coach-placements/:id/renew             foreign  in      done   404    404     403        403     403      done
  GET     /coach-placements/:id/end               own      in      200    200    200     403        403     403      200
  GET     /coach-placements/:id/end               sister   in      200    200    404     403        403     403      200
  GET     /coach-placements/:id/end               foreign  in      200    404    404     403        403     403      200
  POST    /coach-placements/:id/end               own      in      done   done   done    403        403     403      done
  POST    /coach-placements/:id/end               sister   in      done   done   404     403        403     403      done
  POST    /coach-placements/:id/end               foreign  in      done   404    404     403        403     403      done
  GET     /coach-placements/:id/evaluate          own      in      200    200    200     403        403     403      200
  GET     /coach-placements/:id/evaluate          sister   in      200    200    404     403        403     403      200
  GET     /coach-placements/:id/evaluate          foreign  in      200    404    404     403        403     403      200
  POST    /coach-placements/:id/evaluate          own      in      done   done   done    403        403     403      done
  POST    /coach-placements/:id/evaluate          sister   in      done   done   404     403        403     403      done
  POST    /coach-placements/:id/evaluate          foreign  in      done   404    404     403        403     403      done
  GET     /coverage                               own      in      200    200    403     403        403     200      200
  GET     /coverage.xlsx                          own      in      200    200    403     403        403     200      200
  GET     /coverage.xlsx                          foreign  in      200    404    403     403        403     200      200
  GET     /coverage/rules                         own      in      200    200    403     403        403     200      200
  POST    /coverage/rules                         own      in      done   403    403     403        403     403      done
  POST    /coverage/rules                         foreign  in      done   403    403     403        403     403      done
  GET     /coverage/sports/:code                  own      in      200    200    403     403        403     200      200
  GET     /coverage/units/:code                   own      in      200    200    403     403        403     200      200
  GET     /coverage/units/:code                   foreign  in      200    404    403     403        403     200      200
  GET     /coverage/units/:code/:sport            own      in      200    200    403     403        403     200      200
  GET     /coverage/units/:code/:sport            foreign  in      200    404    403     403        403     200      200
  GET     /placements/new                         own      in      200    200    403     403        403     403      200
  POST    /placements/new                         own      in      done   done   403     403        403     403      done
  POST    /placements/new                         sister   in      done   done   403     403        403     403      done
  POST    /placements/new                         foreign  in      done   422    403     403        403     403      done
  GET     /placements/:id                         own      in      200    200    403     403        403     200      200
  GET     /placements/:id                         sister   in      200    200    403     403        403     200      200
  GET     /placements/:id                         foreign  in      200    404    403     403        403     200      200
  GET     /placements/:id/change                  own      in      200    200    403     403        403     403      200
  GET     /placements/:id/change                  sister   in      200    200    403     403        403     403      200
  GET     /placements/:id/change                  foreign  in      200    404    403     403        403     403      200
  POST    /placements/:id/change                  own      in      done   done   403     403        403     403      done
  POST    /placements/:id/change                  sister   in      done   done   403     403        403     403      done
  POST    /placements/:id/change                  foreign  in      done   404    403     403        403     403      done
  GET     /placements/:id/end                     own      in      200    200    403     403        403     403      200
  GET     /placements/:id/end                     sister   in      200    200    403     403        403     403      200
  GET     /placements/:id/end                     foreign  in      200    404    403     403        403     403      200
  POST    /placements/:id/end                     own      in      done   done   403     403        403     403      done
  POST    /placements/:id/end                     sister   in      done   done   403     403        403     403      done
  POST    /placements/:id/end                     foreign  in      done   404    403     403        403     403      done
  GET     /registry/sports                        own      in      200    200    403     403        403     200      200
  GET     /registry/units                         own      in      200    200    403     403        403     200      200
  POST    /registry/units                         own      in      done   403    403     403        403     403      done
  POST    /registry/units                         foreign  in      done   403    403     403        403     403      done
  GET     /calendar                               own      in      200    200    200     403        403     200      200
  GET     /calendar/save                          own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /calendar/save                          own      in      done   done   403     403        403     403      403
  POST    /calendar/save                          sister   in      done   done   403     403        403     403      403
  POST    /calendar/save                          foreign  in      done   422    403     403        403     403      403
  POST    /calendar/remove                        own      in      done   done   403     403        403     403      403
  POST    /calendar/remove                        sister   in      done   done   403     403        403     403      403
  POST    /calendar/remove                        foreign  in      done   404    403     403        403     403      403
  GET     /calendar/terms                         own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /calendar/terms                         own      in      done   403    403     403        403     403      403
  POST    /calendar/years                         own      in      done   403    403     403        403     403      403
  GET     /exemptions                             own      in      200    200    200     403        403     200      200
  GET     /exemptions/new                         own      in      200    200    200     403        403     403      403
  POST    /exemptions/new                         own      in      done   done   done    403        403     403      403
  POST    /exemptions/new                         sister   in      done   done   done    403        403     403      403
  POST    /exemptions/new                         foreign  in      done   422    done    403        403     403      403
  GET     /exemptions/:id/decide                  own      moved   moved  moved  moved   moved      moved   moved    moved
  GET     /exemptions/:id/decide                  sister   moved   moved  moved  moved   moved      moved   moved    moved
  GET     /exemptions/:id/decide                  foreign  moved   moved  moved  moved   moved      moved   moved    moved
  POST    /exemptions/:id/decide                  own      in      done   done   403     403        403     403      403
  POST    /exemptions/:id/decide                  sister   in      done   done   403     403        403     403      403
  POST    /exemptions/:id/decide                  foreign  in      done   404    403     403        403     403      403
  GET     /registry/schools                       own      in      200    200    403     403        403     200      200
  GET     /registry/schools                       foreign  in      200    200    403     403        403     200      200
  GET     /registry/schools/export                own      in      200    200    403     403        403     200      200
  GET     /registry/schools/export                foreign  in      200    200    403     403        403     200      200
  GET     /registry/schools/new                   own      in      200    200    403     403        403     403      200
  POST    /registry/schools/new                   own      in      done   done   403     403        403     403      done
  POST    /registry/schools/new                   foreign  in      done   422    403     403        403     403      done
  GET     /registry/schools/:id                   own      in      200    200    403     403        403     200      200
  GET     /registry/schools/:id                   sister   in      200    200    403     403        403     200      200
  GET     /registry/schools/:id                   foreign  in      200    404    403     403        403     200      200
  GET     /registry/schools/:id/edit              own      in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/edit              sister   in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/edit              foreign  in      200    404    403     403        403     403      200
  POST    /registry/schools/:id/edit              own      in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/edit              sister   in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/edit              foreign  in      done   404    403     403        403     403      done
  POST    /registry/schools/:id/edit              crossed  in      422    422    403     403        403     403      422
  GET     /registry/schools/:id/close             own      in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/close             sister   in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/close             foreign  in      200    404    403     403        403     403      200
  POST    /registry/schools/:id/close             own      in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/close             sister   in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/close             foreign  in      done   404    403     403        403     403      done
  POST    /registry/schools/:id/aliases           own      in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/aliases           sister   in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/aliases           foreign  in      done   404    403     403        403     403      done
  GET     /registry/schools/:id/classes/new       own      in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/classes/new       sister   in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/classes/new       foreign  in      200    404    403     403        403     403      200
  POST    /registry/schools/:id/classes/new       own      in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/classes/new       sister   in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/classes/new       foreign  in      done   404    403     403        403     403      done
  GET     /registry/schools/:id/classes/:classId  own      in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/classes/:classId  sister   in      200    200    403     403        403     403      200
  GET     /registry/schools/:id/classes/:classId  foreign  in      200    404    403     403        403     403      200
  GET     /registry/schools/:id/classes/:classId  crossed  in      404    404    403     403        403     403      404
  POST    /registry/schools/:id/classes/:classId  own      in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/classes/:classId  sister   in      done   done   403     403        403     403      done
  POST    /registry/schools/:id/classes/:classId  foreign  in      done   404    403     403        403     403      done
  POST    /registry/schools/:id/classes/:classId  crossed  in      404    404    403     403        403     403      404
  GET     /events                                 own      in      200    200    200     403        403     200      200
  GET     /events/calendar                        own      in      200    200    200     403        403     200      200
  GET     /events/calendar                        sister   in      200    200    200     403        403     200      200
  GET     /events/calendar                        foreign  in      200    200    200     403        403     200      200
  GET     /events/new                             own      in      200    200    200     403        403     403      200
  POST    /events/new                             own      in      done   done   done    403        403     403      done
  POST    /events/new                             sister   in      done   done   done    403        403     403      done
  POST    /events/new                             foreign  in      done   422    done    403        403     403      done
  GET     /events/:id                             own      in      200    200    200     403        403     200      200
  GET     /events/:id                             sister   in      200    200    404     403        403     200      200
  GET     /events/:id                             foreign  in      200    404    404     403        403     200      200
  POST    /events/:id                             own      in      422    422    422     403        403     403      422
  POST    /events/:id                             sister   in      422    422    404     403        403     403      422
  POST    /events/:id                             foreign  in      422    404    404     403        403     403      422
  GET     /events/:id/change                      own      in      200    200    200     403        403     403      200
  GET     /events/:id/change                      sister   in      200    200    404     403        403     403      200
  GET     /events/:id/change                      foreign  in      200    404    404     403        403     403      200
  POST    /events/:id/change                      own      in      done   done   done    403        403     403      done
  POST    /events/:id/change                      sister   in      done   done   404     403        403     403      done
  POST    /events/:id/change                      foreign  in      done   404    404     403        403     403      done
  GET     /events/:id/remove                      own      in      200    200    200     403        403     403      200
  GET     /events/:id/remove                      sister   in      200    200    404     403        403     403      200
  GET     /events/:id/remove                      foreign  in      200    404    404     403        403     403      200
  POST    /events/:id/remove                      own      in      done   done   done    403        403     403      done
  POST    /events/:id/remove                      sister   in      done   done   404     403        403     403      done
  POST    /events/:id/remove                      foreign  in      done   404    404     403        403     403      done
  GET     /events/:id/pictures/:pictureId/remove  own      in      200    200    200     403        403     403      200
  GET     /events/:id/pictures/:pictureId/remove  sister   in      200    200    404     403        403     403      200
  GET     /events/:id/pictures/:pictureId/remove  foreign  in      200    404    404     403        403     403      200
  POST    /events/:id/pictures/:pictureId/remove  own      in      done   done   done    403        403     403      done
  POST    /events/:id/pictures/:pictureId/remove  sister   in      done   done   404     403        403     403      done
  POST    /events/:id/pictures/:pictureId/remove  foreign  in      done   404    404     403        403     403      done
  GET     /events/:id/pictures/:pictureId         own      in      200    200    200     403        403     200      200
  GET     /events/:id/pictures/:pictureId         sister   in      200    200    404     403        403     200      200
  GET     /events/:id/pictures/:pictureId         foreign  in      200    404    404     403        403     200      200
  GET     /venues                                 own      200     200    200    200     200        200     200      200
  GET     /venues/manage                          own      in      200    200    200     403        403     200      200
  POST    /venues/manage                          own      in      done   done   403     403        403     403      done
  POST    /venues/manage                          foreign  in      done   403    403     403        403     403      done
  GET     /venues/new                             own      in      200    200    200     403        403     403      200
  POST    /venues/new                             own      in      done   done   done    403        403     403      done
  POST    /venues/new                             sister   in      done   done   done    403        403     403      done
  POST    /venues/new                             foreign  in      done   422    done    403        403     403      done
  GET     /venues/:id/change                      own      in      200    200    200     403        403     403      200
  GET     /venues/:id/change                      sister   in      200    200    404     403        403     403      200
  GET     /venues/:id/change                      foreign  in      200    404    404     403        403     403      200
  POST    /venues/:id/change                      own      in      done   done   done    403        403     403      done
  POST    /venues/:id/change                      sister   in      done   done   404     403        403     403      done
  POST    /venues/:id/change                      foreign  in      done   404    404     403        403     403      done
  GET     /venues/:id/close                       own      in      200    200    200     403        403     403      200
  GET     /venues/:id/close                       sister   in      200    200    404     403        403     403      200
  GET     /venues/:id/close                       foreign  in      200    404    404     403        403     403      200
  POST    /venues/:id/close                       own      in      done   done   done    403        403     403      done
  POST    /venues/:id/close                       sister   in      done   done   404     403        403     403      done
  POST    /venues/:id/close                       foreign  in      done   404    404     403        403     403      done
  GET     /titles                                 own      in      200    200    200     403        403     200      200
  GET     /titles/rules                           own      in      200    200    200     403        403     200      200
  POST    /titles/rules                           own      in      done   403    403     403        403     403      done
  GET     /titles/indicators                      own      in      200    200    200     403        403     200      200
  POST    /titles/indicators                      own      in      done   403    403     403        403     403      done
  GET     /titles/batches                         own      in      200    200    200     403        403     200      200
  GET     /titles/batches/new                     own      in      200    403    403     403        403     403      200
  POST    /titles/batches/new                     own      in      done   403    403     403        403     403      done
  GET     /titles/batches/:id                     own      in      200    404    404     403        403     404      200
  GET     /titles/batches/:id                     sister   in      200    404    404     403        403     404      200
  GET     /titles/batches/:id                     foreign  in      200    404    404     403        403     404      200
  POST    /titles/batches/:id                     own      in      done   403    403     403        403     403      done
  POST    /titles/batches/:id                     sister   in      done   403    403     403        403     403      done
  POST    /titles/batches/:id                     foreign  in      done   403    403     403        403     403      done
  GET     /titles/batches/:id/change              own      in      200    403    403     403        403     403      200
  GET     /titles/batches/:id/change              sister   in      200    403    403     403        403     403      200
  GET     /titles/batches/:id/change              foreign  in      200    403    403     403        403     403      200
  POST    /titles/batches/:id/change              own      in      done   403    403     403        403     403      done
  POST    /titles/batches/:id/change              sister   in      done   403    403     403        403     403      done
  POST    /titles/batches/:id/change              foreign  in      done   403    403     403        403     403      done
  GET     /titles/batches/:id/apply               own      in      403    403    200     403        403     403      403
  GET     /titles/batches/:id/apply               sister   in      403    403    200     403        403     403      403
  GET     /titles/batches/:id/apply               foreign  in      403    403    200     403        403     403      403
  POST    /titles/batches/:id/apply               own      in      403    403    done    403        403     403      403
  POST    /titles/batches/:id/apply               sister   in      403    403    done    403        403     403      403
  POST    /titles/batches/:id/apply               foreign  in      403    403    done    403        403     403      403
  GET     /titles/applications                    own      in      200    200    200     403        403     200      200
  GET     /titles/applications/:id                own      in      200    200    200     403        403     200      200
  GET     /titles/applications/:id                sister   in      200    200    404     403        403     200      200
  GET     /titles/applications/:id                foreign  in      200    404    404     403        403     200      200
  POST    /titles/applications/:id                own      in      403    done   403     403        403     403      403
  POST    /titles/applications/:id                sister   in      403    done   404     403        403     403      403
  POST    /titles/applications/:id                foreign  in      403    404    404     403        403     403      403
  GET     /titles/applications/:id/edit           own      in      403    403    200     403        403     403      403
  GET     /titles/applications/:id/edit           sister   in      403    403    404     403        403     403      403
  GET     /titles/applications/:id/edit           foreign  in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/edit           own      in      403    403    done    403        403     403      403
  POST    /titles/applications/:id/edit           sister   in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/edit           foreign  in      403    403    404     403        403     403      403
  GET     /titles/applications/:id/recommend      own      in      403    200    403     403        403     403      403
  GET     /titles/applications/:id/recommend      sister   in      403    200    404     403        403     403      403
  GET     /titles/applications/:id/recommend      foreign  in      403    404    404     403        403     403      403
  POST    /titles/applications/:id/recommend      own      in      403    done   403     403        403     403      403
  POST    /titles/applications/:id/recommend      sister   in      403    done   404     403        403     403      403
  POST    /titles/applications/:id/recommend      foreign  in      403    404    404     403        403     403      403
  GET     /titles/applications/:id/files          own      in      403    403    200     403        403     403      403
  GET     /titles/applications/:id/files          sister   in      403    403    404     403        403     403      403
  GET     /titles/applications/:id/files          foreign  in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/files          own      in      403    403    422     403        403     403      403
  POST    /titles/applications/:id/files          sister   in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/files          foreign  in      403    403    404     403        403     403      403
  GET     /titles/applications/:id/files/:fileId  own      in      200    200    200     403        403     200      200
  GET     /titles/applications/:id/files/:fileId  sister   in      200    200    404     403        403     200      200
  GET     /titles/applications/:id/files/:fileId  foreign  in      200    404    404     403        403     200      200
  GET     /titles/applications/:id/files/:fileId/remove own      in      403    403    200     403        403     403      403
  GET     /titles/applications/:id/files/:fileId/remove sister   in      403    403    404     403        403     403      403
  GET     /titles/applications/:id/files/:fileId/remove foreign  in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/files/:fileId/remove own      in      403    403    done    403        403     403      403
  POST    /titles/applications/:id/files/:fileId/remove sister   in      403    403    404     403        403     403      403
  POST    /titles/applications/:id/files/:fileId/remove foreign  in      403    403    404     403        403     403      403
  GET     /titles/notices                         own      200    200    200    200    200    200    200    200
  GET     /titles/notices/:id                     own      200    200    200    200    200    200    200    200
  GET     /titles/notices/:id                     sister   200    200    200    200    200    200    200    200
  GET     /titles/notices/:id                     foreign  200    200    200    200    200    200    200    200
  POST    /titles/notices/:id                     own      done   done   done   done   done   done   done   done
  POST    /titles/notices/:id                     sister   done   done   done   done   done   done   done   done
  POST    /titles/notices/:id                     foreign  done   done   done   done   done   done   done   done
  GET     /titles/objections/:id                  own      in     200    403    403    403    403    403    403
  GET     /titles/objections/:id                  sister   in     200    403    403    403    403    403    403
  GET     /titles/objections/:id                  foreign  in     200    403    403    403    403    403    403
  POST    /titles/objections/:id                  own      in     done   403    403    403    403    403    403
  POST    /titles/objections/:id                  sister   in     done   403    403    403    403    403    403
  POST    /titles/objections/:id                  foreign  in     done   403    403    403    403    403    403
  GET     /titles/batches/:id/notice              own      in     200    403    403    403    403    403    403
  GET     /titles/batches/:id/notice              sister   in     200    403    403    403    403    403    403
  GET     /titles/batches/:id/notice              foreign  in     200    403    403    403    403    403    403
  POST    /titles/batches/:id/notice              own      in     422    403    403    403    403    403    403
  POST    /titles/batches/:id/notice              sister   in     422    403    403    403    403    403    403
  POST    /titles/batches/:id/notice              foreign  in     422    403    403    403    403    403    403
  GET     /titles/batches/:id/designate           own      in     200    403    403    403    403    403    403
  GET     /titles/batches/:id/designate           sister   in     200    403    403    403    403    403    403
  GET     /titles/batches/:id/designate           foreign  in     200    403    403    403    403    403    403
  POST    /titles/batches/:id/designate           own      in     422    403    403    403    403    403    403
  POST    /titles/batches/:id/designate           sister   in     422    403    403    403    403    403    403
  POST    /titles/batches/:id/designate           foreign  in     422    403    403    403    403    403    403
  GET     /titles/batches/:id/list                own      in     200    200    200    403    403    200    200
  GET     /titles/batches/:id/list                sister   in     200    200    200    403    403    200    200
  GET     /titles/batches/:id/list                foreign  in     200    200    200    403    403    200    200
  GET     /titles/:id/certificate.pdf             own      in     200    200    200    403    403    200    200
  GET     /titles/:id/certificate.pdf             sister   in     200    200    404    403    403    200    200
  GET     /titles/:id/certificate.pdf             foreign  in     200    404    404    403    403    200    200
  GET     /titles/:id                             own      in      200    200    200     403        403     200      200
  GET     /titles/:id                             sister   in      200    200    404     403        403     200      200
  GET     /titles/:id                             foreign  in      200    404    404     403        403     200      200
  GET     /titles/:id/:step                       own      in      200    200    403     403        403     403      200
  GET     /titles/:id/:step                       sister   in      200    200    403     403        403     403      200
  GET     /titles/:id/:step                       foreign  in      200    404    403     403        403     403      200
  POST    /titles/:id/:step                       own      in      done   done   403     403        403     403      done
  POST    /titles/:id/:step                       sister   in      done   done   403     403        403     403      done
  POST    /titles/:id/:step                       foreign  in      done   404    403     403        403     403      done
  GET     /entry-checks                           own      in      200    200    403     403        403     403      403
  GET     /entry-checks/:personId                 own      in      200    200    403     403        403     403      403
  GET     /entry-checks/:personId                 sister   in      200    200    403     403        403     403      403
  GET     /entry-checks/:personId                 foreign  in      200    404    403     403        403     403      403
  POST    /entry-checks/:personId                 own      in      done   done   403     403        403     403      403
  POST    /entry-checks/:personId                 sister   in      done   done   403     403        403     403      403
  POST    /entry-checks/:personId                 foreign  in      done   404    403     403        403     403      403
  GET     /recruitment/posts/:id/candidates                   own      in      200    200    200     403        403     200      200
  GET     /recruitment/posts/:id/candidates                   sister   in      200    200    404     403        403     200      200
  GET     /recruitment/posts/:id/candidates                   foreign  in      200    404    404     403        403     200      200
  GET     /recruitment/posts/:id/interviews                   own      in      200    200    200     403        403     403      403
  GET     /recruitment/posts/:id/interviews                   sister   in      200    200    404     403        403     403      403
  GET     /recruitment/posts/:id/interviews                   foreign  in      200    404    404     403        403     403      403
  POST    /recruitment/posts/:id/interviews                   own      in      403    done   403     403        403     403      403
  POST    /recruitment/posts/:id/interviews                   sister   in      403    done   404     403        403     403      403
  POST    /recruitment/posts/:id/interviews                   foreign  in      403    404    404     403        403     403      403
  POST    /recruitment/posts/:id/candidates                   own      in      403    422    403     403        403     403      403
  POST    /recruitment/posts/:id/candidates                   sister   in      403    422    404     403        403     403      403
  POST    /recruitment/posts/:id/candidates                   foreign  in      403    404    404     403        403     403      403
  GET     /recruitment/posts/:id/objections/:objectionId      own      in      404    404    404     403        403     403      403
  GET     /recruitment/posts/:id/objections/:objectionId      sister   in      404    404    404     403        403     403      403
  GET     /recruitment/posts/:id/objections/:objectionId      foreign  in      404    404    404     403        403     403      403
  POST    /recruitment/posts/:id/objections/:objectionId      own      in      403    422    403     403        403     403      403
  POST    /recruitment/posts/:id/objections/:objectionId      sister   in      403    422    404     403        403     403      403
  POST    /recruitment/posts/:id/objections/:objectionId      foreign  in      403    404    404     403        403     403      403
  GET     /recruitment/applications/:id                       own      in      200    200    404     403        403     200      200
  GET     /recruitment/applications/:id/score                 own      in      200    200    404     403        403     403      403
  GET     /recruitment/applications/:id/check                 own      in      200    200    403     403        403     403      403
  GET     /recruitment/applications/:id/contact               own      in      200    200    404     403        403     403      403
  GET     /recruitment/applications/:id                       sister   in      200    200    404     403        403     200      200
  GET     /recruitment/applications/:id/score                 sister   in      200    200    404     403        403     403      403
  GET     /recruitment/applications/:id/check                 sister   in      200    200    403     403        403     403      403
  GET     /recruitment/applications/:id/contact               sister   in      200    200    404     403        403     403      403
  GET     /recruitment/applications/:id                       foreign  in      200    404    404     403        403     200      200
  GET     /recruitment/applications/:id/score                 foreign  in      200    404    404     403        403     403      403
  GET     /recruitment/applications/:id/check                 foreign  in      200    404    403     403        403     403      403
  GET     /recruitment/applications/:id/contact               foreign  in      200    404    404     403        403     403      403
  POST    /recruitment/applications/:id                       own      in      403    done   404     403        403     403      403
  POST    /recruitment/applications/:id/contact               own      in      done   done   404     403        403     403      403
  POST    /recruitment/applications/:id                       sister   in      403    done   404     403        403     403      403
  POST    /recruitment/applications/:id/contact               sister   in      done   done   404     403        403     403      403
  POST    /recruitment/applications/:id                       foreign  in      403    404    404     403        403     403      403
  POST    /recruitment/applications/:id/contact               foreign  in      done   404    404     403        403     403      403
  POST    /recruitment/applications/:id/score                 own      in      403    422    404     403        403     403      403
  POST    /recruitment/applications/:id/check                 own      in      422    422    403     403        403     403      403
  POST    /recruitment/applications/:id/score                 sister   in      403    422    404     403        403     403      403
  POST    /recruitment/applications/:id/check                 sister   in      422    422    403     403        403     403      403
  POST    /recruitment/applications/:id/score                 foreign  in      403    404    404     403        403     403      403
  POST    /recruitment/applications/:id/check                 foreign  in      422    404    403     403        403     403      403
  GET     /posts/:number/notice                               own      404     404    404    404     404        404     404      404
  GET     /posts/:number/notice                               sister   404     404    404    404     404        404     404      404
  GET     /posts/:number/notice                               foreign  404     404    404    404     404        404     404      404
  POST    /posts/:number/notice                               own      404     404    404    404     404        404     404      404
  POST    /posts/:number/notice                               sister   404     404    404    404     404        404     404      404
  POST    /posts/:number/notice                               foreign  404     404    404    404     404        404     404      404
  GET     /profile/documents                                  own      in      403    403    403     200        403     403      403
  POST    /profile/documents                                  own      in      403    403    403     422        403     403      403
  GET     /profile/documents/remove                           own      moved   moved  moved  moved   moved      moved   moved    moved
  POST    /profile/documents/remove                           own      in      403    403    403     done       403     403      403
  POST    /profile/documents/remove                           foreign  in      403    403    403     404        403     403      403
  POST    /profile/documents/remove                           sister   in      403    403    403     404        403     403      403
  GET     /profile/documents/:documentId                      own      in      403    403    403     200        403     403      403
  GET     /profile/documents/:documentId                      foreign  in      403    403    403     404        403     403      403
  GET     /profile/documents/:documentId                      sister   in      403    403    403     404        403     403      403
  GET     /recruitment/applications/:id/documents/:documentId own      in      done   done   404     403        403     403      403
  GET     /recruitment/applications/:id/documents/:documentId sister   in      done   done   404     403        403     403      403
  GET     /recruitment/applications/:id/documents/:documentId foreign  in      done   404    404     403        403     403      403
  GET     /*                                      own      404     404    404    404     404        404     404      404
  POST    /*                                      own      404     404    404    404     404        404     404      404
  method  address                                 whose    nobody  city   unit   school  applicant  auditor  admin
  GET     /                                       own      200     200    200    moved   200        200      200
  POST    /preferences                            own      moved   moved  moved  moved   moved      moved    moved
  GET     /notices                                own      in      200    200    200     200        200      200
  POST    /notices                                own      in      moved  moved  moved   moved      moved    moved
  GET     /posts                                  own      200     200    200    200     200        200      200
  GET     /posts/:number                          own      404     404    404    404     404        404      404
  GET     /posts/:number                          sister   404     404    404    404     404        404      404
  GET     /posts/:number                          foreign  404     404    404    404     404        404      404
  GET     /recruitment                            own      in      200    200    200     403        200      200
  GET     /recruitment/duplicates                 own      in      200    403    403     403        403      403
  POST    /recruitment/duplicates                 own      in      422    403    403     403        403      403
  GET     /recruitment/rounds/new                 own      in      200    200    403     403        403      403
  POST    /recruitment/rounds/new                 own      in      422    done   403     403        403      403
  POST    /recruitment/rounds/new                 foreign  in      422    422    403     403        403      403
  GET     /recruitment/rounds/:id                 own      in      404    200    403     403        403      403
  GET     /recruitment/rounds/:id                 sister   in      404    200    403     403        403      403
  GET     /recruitment/rounds/:id                 foreign  in      404    404    403     403        403      403
  POST    /recruitment/rounds/:id                 own      in      404    done   403     403        403      403
  POST    /recruitment/rounds/:id                 sister   in      404    done   403     403        403      403
  POST    /recruitment/rounds/:id                 foreign  in      404    404    403     403        403      403
  GET     /recruitment/rounds/:id/end             own      moved   moved  moved  moved   moved      moved    moved
  GET     /recruitment/rounds/:id/end             sister   moved   moved  moved  moved   moved      moved    moved
  GET     /recruitment/rounds/:id/end             foreign  moved   moved  moved  moved   moved      moved    moved
  POST    /recruitment/rounds/:id/end             own      in      404    422    403     403        403      403
  POST    /recruitment/rounds/:id/end             sister   in      404    422    403     403        403      403
  POST    /recruitment/rounds/:id/end             foreign  in      404    404    403     403        403      403
  GET     /recruitment/posts/new                  own      in      200    200    200     403        403      403
  GET     /recruitment/posts/new                  sister   in      200    200    200     403        403      403
  GET     /recruitment/posts/new                  foreign  in      200    404    404     403        403      403
  POST    /recruitment/posts/new                  own      in      done   done   done    403        403      403
  POST    /recruitment/posts/new                  sister   in      done   done   done    403        403      403
  POST    /recruitment/posts/new                  foreign  in      done   404    404     403        403      403
  POST    /recruitment/posts/new                  crossed  in      422    422    done    403        403      403
  GET     /recruitment/posts/:id                  own      in      200    200    200     403        200      200
  GET     /recruitment/posts/:id                  sister   in      200    200    404     403        200      200
  GET     /recruitment/posts/:id                  foreign  in      200    404    404     403        200      200
  POST    /recruitment/posts/:id                  own      in      done   done   done    403        403      403
  POST    /recruitment/posts/:id                  sister   in      done   done   404     403        403      403
  POST    /recruitment/posts/:id                  foreign  in      done   404    404     403        403      403
  GET     /recruitment/posts/:id/edit             own      in      200    200    200     403        403      403
  GET     /recruitment/posts/:id/edit             sister   in      200    200    404     403        403      403
  GET     /recruitment/posts/:id/edit             foreign  in      200    404    404     403        403      403
  POST    /recruitment/posts/:id/edit             own      in      done   done   done    403        403      403
  POST    /recruitment/posts/:id/edit             sister   in      done   done   404     403        403      403
  POST    /recruitment/posts/:id/edit             foreign  in      done   404    404     403        403      403
  POST    /recruitment/posts/:id/edit             crossed  in      422    422    done    403        403      403
  GET     /posts/:number/apply                    own      in      403    403    403     404        403      403
  GET     /posts/:number/apply                    sister   in      403    403    403     404        403      403
  GET     /posts/:number/apply                    foreign  in      403    403    403     404        403      403
  POST    /posts/:number/apply                    own      in      403    403    403     404        403      403
  POST    /posts/:number/apply                    sister   in      403    403    403     404        403      403
  POST    /posts/:number/apply                    foreign  in      403    403    403     404        403      403
  GET     /posts-for-you                          own      in      403    403    403     200        403      403
  GET     /matching                               own      in      200    200    403     403        403      403
  GET     /matching                               foreign  in      200    404    403     403        403      403
  GET     /matching/posts/:number                 own      in      404    404    403     403        403      403
  GET     /matching/posts/:number                 sister   in      404    404    403     403        403      403
  GET     /matching/posts/:number                 foreign  in      404    404    403     403        403      403
  GET     /applications                           own      in      403    403    403     200        403      403
  GET     /applications/:id                       own      in      403    403    403     200        403      403
  GET     /applications/:id                       sister   in      403    403    403     404        403      403
  GET     /applications/:id                       foreign  in      403    403    403     404        403      403
  GET     /applications/:id/withdraw              own      in      403    403    403     200        403      403
  GET     /applications/:id/withdraw              sister   in      403    403    403     404        403      403
  GET     /applications/:id/withdraw              foreign  in      403    403    403     404        403      403
  POST    /applications/:id/withdraw              own      in      403    403    403     done       403      403
  POST    /applications/:id/withdraw              sister   in      403    403    403     404        403      403
  POST    /applications/:id/withdraw              foreign  in      403    403    403     404        403      403
  GET     /sign-in                                own      200     moved  moved  moved   moved      moved    moved
  POST    /sign-in                                own      done    done   done   done    done       done     done
  GET     /sign-out                               own      moved   moved  moved  moved   moved      moved    moved
  POST    /sign-out                               own      in      done   done   done    done       done     done
  GET     /setup                                  own      404     404    404    404     404        404      404
  POST    /setup                                  own      404     404    404    404     404        404      404
  GET     /register                               own      200     moved  moved  moved   moved      moved    moved
  POST    /register                               own      422     422    422    422     422        422      422
  GET     /register/finish                        own      moved   moved  moved  moved   moved      moved    moved
  POST    /register/finish                        own      moved   moved  moved  moved   moved      moved    moved
  GET     /profile                                own      in      403    403    403     200        403      403
  GET     /profile/identity                       own      in      403    403    403     200        403      403
  GET     /profile/contact                        own      in      403    403    403     200        403      403
  GET     /profile/sports                         own      in      403    403    403     200        403      403
  GET     /profile/background                     own      in      403    403    403     200        403      403
  GET     /profile/certificates                   own      in      403    403    403     200        403      403
  GET     /profile/data                           own      in      403    403    403     200        403      403
  POST    /profile/data                           own      in      403    403    403     done       403      403
  GET     /profile/data.xlsx                      own      in      403    403    403     200        403      403
  GET     /profile/consent                        own      in      403    403    403     200        403      403
  GET     /profile/contact/prove                  own      in      403    403    403     moved      403      403
  POST    /profile/identity                       own      in      403    403    403     done       403      403
  POST    /profile/sports                         own      in      403    403    403     done       403      403
  POST    /profile/sports/remove                  own      in      403    403    403     done       403      403
  POST    /profile/background                     own      in      403    403    403     done       403      403
  POST    /profile/certificates                   own      in      403    403    403     done       403      403
  POST    /profile/certificates/remove            own      in      403    403    403     done       403      403
  POST    /profile/consent                        own      in      403    403    403     done       403      403
  POST    /profile/contact                        own      in      403    403    403     422        403      403
  POST    /profile/contact/prove                  own      in      403    403    403     moved      403      403
  GET     /profile/sports/remove                  own      moved   moved  moved  moved   moved      moved    moved
  GET     /profile/certificates/remove            own      moved   moved  moved  moved   moved      moved    moved
  GET     /recover                                own      200     moved  moved  moved   moved      moved    moved
  POST    /recover                                own      422     422    422    422     422        422      422
  GET     /recover/finish                         own      moved   moved  moved  moved   moved      moved    moved
  POST    /recover/finish                         own      moved   moved  moved  moved   moved      moved    moved
  GET     /account                                own      in      200    200    200     200        200      200
  POST    /account                                own      in      done   done   done    done       done     done
  GET     /account/password                       own      in      200    200    200     200        200      200
  POST    /account/password                       own      in      done   done   done    done       done     done
  GET     /account/sign-out-others                own      moved   moved  moved  moved   moved      moved    moved
  POST    /account/sign-out-others                own      in      done   done   done    done       done     done
  GET     /admin/accounts                         own      in      200    200    403     403        403      200
  GET     /admin/accounts/new                     own      in      200    200    403     403        403      200
  POST    /admin/accounts/new                     own      in      done   done   403     403        403      done
  POST    /admin/accounts/new                     sister   in      done   done   403     403        403      done
  POST    /admin/accounts/new                     foreign  in      done   422    403     403        403      done
  GET     /admin/accounts/:id                     own      in      200    200    403     403        403      200
  GET     /admin/accounts/:id                     sister   in      200    200    403     403        403      200
  GET     /admin/accounts/:id                     foreign  in      200    404    403     403        403      200
  POST    /admin/accounts/:id                     own      in      done   done   403     403        403      done
  POST    /admin/accounts/:id                     sister   in      done   done   403     403        403      done
  POST    /admin/accounts/:id                     foreign  in      done   404    403     403        403      done
  POST    /admin/accounts/:id                     crossed  in      done   422    403     403        403      done
  GET     /admin/accounts/:id/password            own      in      200    200    403     403        403      200
  GET     /admin/accounts/:id/password            sister   in      200    200    403     403        403      200
  GET     /admin/accounts/:id/password            foreign  in      200    404    403     403        403      200
  POST    /admin/accounts/:id/password            own      in      done   done   403     403        403      done
  POST    /admin/accounts/:id/password            sister   in      done   done   403     403        403      done
  POST    /admin/accounts/:id/password            foreign  in      done   404    403     403        403      done
  GET     /admin/accounts/:id/disabled            own      moved   moved  moved  moved   moved      moved    moved
  GET     /admin/accounts/:id/disabled            sister   moved   moved  moved  moved   moved      moved    moved
  GET     /admin/accounts/:id/disabled            foreign  moved   moved  moved  moved   moved      moved    moved
  POST    /admin/accounts/:id/disabled            own      in      done   done   403     403        403      done
  POST    /admin/accounts/:id/disabled            sister   in      done   done   403     403        403      done
  POST    /admin/accounts/:id/disabled            foreign  in      done   404    403     403        403      done
  GET     /admin/audit                            own      in      403    403    403     403        200      200
  GET     /admin/audit                            sister   in      403    403    403     403        200      200
  GET     /admin/audit                            foreign  in      403    403    403     403        200      200
  GET     /settings/daily-hour                    own      in      200    403    403     403        403      200
  POST    /settings/daily-hour                    own      in      done   403    403     403        403      done
  POST    /settings/daily-hour/kinds              own      in      done   403    403     403        403      done
  GET     /settings/travel                        own      in      200    403    403     403        403      200
  POST    /settings/travel                        own      in      done   403    403     403        403      done
  GET     /week                                   own      in      403    403    200     403        403      403
  GET     /schools/:id/compliance                 own      in      200    200    200     403        200      200
  GET     /schools/:id/compliance                 sister   in      200    200    404     403        200      200
  GET     /schools/:id/compliance                 foreign  in      200    404    404     403        200      200
  GET     /schools/:id/days/:day                  own      in      200    200    200     403        200      200
  GET     /schools/:id/days/:day                  sister   in      200    200    404     403        200      200
  GET     /schools/:id/days/:day                  foreign  in      200    404    404     403        200      200
  GET     /compliance                             own      in      200    moved  moved   403        200      200
  GET     /compliance/export                      own      in      200    200    403     403        200      200
  GET     /compliance/export                      foreign  in      200    404    403     403        200      200
  GET     /compliance/units/:code                 own      in      200    200    403     403        200      200
  GET     /compliance/units/:code                 foreign  in      200    403    403     403        200      200
  GET     /import                                 own      in      200    200    200     403        403      200
  POST    /import                                 own      in      done   done   done    403        403      done
  POST    /import                                 sister   in      done   done   422     403        403      done
  POST    /import                                 foreign  in      done   422    422     403        403      done
  GET     /imports                                own      in      200    200    200     403        200      200
  GET     /imports/:id                            own      in      200    200    200     403        200      200
  GET     /imports/:id                            sister   in      200    200    404     403        200      200
  GET     /imports/:id                            foreign  in      200    404    404     403        200      200
  POST    /imports/:id/commit                     own      in      done   done   done    403        403      done
  POST    /imports/:id/commit                     sister   in      done   done   404     403        403      done
  POST    /imports/:id/commit                     foreign  in      done   404    404     403        403      done
  POST    /imports/:id/discard                    own      in      done   done   done    403        403      done
  POST    /imports/:id/discard                    sister   in      done   done   404     403        403      done
  POST    /imports/:id/discard                    foreign  in      done   404    404     403        403      done
  POST    /imports/:id/undo                       own      in      moved  moved  moved   403        403      moved
  POST    /imports/:id/undo                       sister   in      moved  moved  404     403        403      moved
  POST    /imports/:id/undo                       foreign  in      moved  404    404     403        403      moved
  GET     /imports/:id/file                       own      in      200    200    200     403        200      200
  GET     /imports/:id/file                       sister   in      200    200    404     403        200      200
  GET     /imports/:id/file                       foreign  in      200    404    404     403        200      200
  GET     /templates/:sheet                       own      in      200    200    200     403        403      200
  GET     /templates/:sheet                       sister   in      200    200    404     403        403      200
  GET     /templates/:sheet                       foreign  in      200    404    404     403        403      200
  GET     /exports                                own      in      200    200    200     403        200      200
  GET     /coaches                                own      in      200    200    200     403        200      200
  GET     /coaches                                foreign  in      200    200    200     403        200      200
  GET     /coaches/new                            own      in      200    200    200     403        403      200
  POST    /coaches/new                            own      in      done   done   done    403        403      done
  POST    /coaches/new                            sister   in      done   done   done    403        403      done
  POST    /coaches/new                            foreign  in      done   422    done    403        403      done
  GET     /coaches/:id                            own      in      200    200    200     403        200      200
  GET     /coaches/:id                            sister   in      200    200    404     403        200      200
  GET     /coaches/:id                            foreign  in      200    404    404     403        200      200
  GET     /coaches/:id/change                     own      in      200    200    200     403        403      200
  GET     /coaches/:id/change                     sister   in      200    200    404     403        403      200
  GET     /coaches/:id/change                     foreign  in      200    404    404     403        403      200
  POST    /coaches/:id/change                     own      in      done   done   done    403        403      done
  POST    /coaches/:id/change                     sister   in      done   done   404     403        403      done
  POST    /coaches/:id/change                     foreign  in      done   404    404     403        403      done
  GET     /coaches/:id/end                        own      in      200    200    200     403        403      200
  GET     /coaches/:id/end                        sister   in      200    200    404     403        403      200
  GET     /coaches/:id/end                        foreign  in      200    404    404     403        403      200
  POST    /coaches/:id/end                        own      in      done   done   done    403        403      done
  POST    /coaches/:id/end                        sister   in      done   done   404     403        403      done
  POST    /coaches/:id/end                        foreign  in      done   404    404     403        403      done
  GET     /coaches/:id/placements/new             own      in      200    200    200     403        403      200
  GET     /coaches/:id/placements/new             sister   in      200    200    404     403        403      200
  GET     /coaches/:id/placements/new             foreign  in      200    404    404     403        403      200
  POST    /coaches/:id/placements/new             own      in      done   done   done    403        403      done
  POST    /coaches/:id/placements/new             sister   in      done   done   404     403        403      done
  POST    /coaches/:id/placements/new             foreign  in      done   404    404     403        403      done
  POST    /coaches/:id/placements/new             crossed  in      done   422    422     403        403      done
  GET     /coaches/:id/trainings/new              own      in      200    200    200     403        403      200
  GET     /coaches/:id/trainings/new              sister   in      200    200    404     403        403      200
  GET     /coaches/:id/trainings/new              foreign  in      200    404    404     403        403      200
  POST    /coaches/:id/trainings/new              own      in      done   done   done    403        403      done
  POST    /coaches/:id/trainings/new              sister   in      done   done   404     403        403      done
  POST    /coaches/:id/trainings/new              foreign  in      done   404    404     403        403      done
  GET     /coaches/:id/trainings/:trainingId      own      in      200    200    200     403        403      200
  GET     /coaches/:id/trainings/:trainingId      sister   in      200    200    404     403        403      200
  GET     /coaches/:id/trainings/:trainingId      foreign  in      200    404    404     403        403      200
  POST    /coaches/:id/trainings/:trainingId      own      in      done   done   done    403        403      done
  POST    /coaches/:id/trainings/:trainingId      sister   in      done   done   404     403        403      done
  POST    /coaches/:id/trainings/:trainingId      foreign  in      done   404    404     403        403      done
  GET     /coach-placements/:id/renew             own      in      200    200    200     403        403      200
  GET     /coach-placements/:id/renew             sister   in      200    200    404     403        403      200
  GET     /coach-placements/:id/renew             foreign  in      200    404    404     403        403      200
  POST    /coach-placements/:id/renew             own      in      done   done   done    403        403      done
  POST    /coach-placements/:id/renew             sister   in      done   done   404     403        403      done
  POST    /coach-placements/:id/renew             foreign  in      done   404    404     403        403      done
  GET     /coach-placements/:id/end               own      in      200    200    200     403        403      200
  GET     /coach-placements/:id/end               sister   in      200    200    404     403        403      200
  GET     /coach-placements/:id/end               foreign  in      200    404    404     403        403      200
  POST    /coach-placements/:id/end               own      in      done   done   done    403        403      done
  POST    /coach-placements/:id/end               sister   in      done   done   404     403        403      done
  POST    /coach-placements/:id/end               foreign  in      done   404    404     403        403      done
  GET     /coach-placements/:id/evaluate          own      in      200    200    200     403        403      200
  GET     /coach-placements/:id/evaluate          sister   in      200    200    404     403        403      200
  GET     /coach-placements/:id/evaluate          foreign  in      200    404    404     403        403      200
  POST    /coach-placements/:id/evaluate          own      in      done   done   done    403        403      done
  POST    /coach-placements/:id/evaluate          sister   in      done   done   404     403        403      done
  POST    /coach-placements/:id/evaluate          foreign  in      done   404    404     403        403      done
  GET     /coverage                               own      in      200    200    403     403        200      200
  GET     /coverage.xlsx                          own      in      200    200    403     403        200      200
  GET     /coverage.xlsx                          foreign  in      200    404    403     403        200      200
  GET     /coverage/rules                         own      in      200    200    403     403        200      200
  POST    /coverage/rules                         own      in      done   403    403     403        403      done
  POST    /coverage/rules                         foreign  in      done   403    403     403        403      done
  GET     /coverage/sports/:code                  own      in      200    200    403     403        200      200
  GET     /coverage/units/:code                   own      in      200    200    403     403        200      200
  GET     /coverage/units/:code                   foreign  in      200    404    403     403        200      200
  GET     /coverage/units/:code/:sport            own      in      200    200    403     403        200      200
  GET     /coverage/units/:code/:sport            foreign  in      200    404    403     403        200      200
  GET     /placements/new                         own      in      200    200    403     403        403      200
  POST    /placements/new                         own      in      done   done   403     403        403      done
  POST    /placements/new                         sister   in      done   done   403     403        403      done
  POST    /placements/new                         foreign  in      done   422    403     403        403      done
  GET     /placements/:id                         own      in      200    200    403     403        200      200
  GET     /placements/:id                         sister   in      200    200    403     403        200      200
  GET     /placements/:id                         foreign  in      200    404    403     403        200      200
  GET     /placements/:id/change                  own      in      200    200    403     403        403      200
  GET     /placements/:id/change                  sister   in      200    200    403     403        403      200
  GET     /placements/:id/change                  foreign  in      200    404    403     403        403      200
  POST    /placements/:id/change                  own      in      done   done   403     403        403      done
  POST    /placements/:id/change                  sister   in      done   done   403     403        403      done
  POST    /placements/:id/change                  foreign  in      done   404    403     403        403      done
  GET     /placements/:id/end                     own      in      200    200    403     403        403      200
  GET     /placements/:id/end                     sister   in      200    200    403     403        403      200
  GET     /placements/:id/end                     foreign  in      200    404    403     403        403      200
  POST    /placements/:id/end                     own      in      done   done   403     403        403      done
  POST    /placements/:id/end                     sister   in      done   done   403     403        403      done
  POST    /placements/:id/end                     foreign  in      done   404    403     403        403      done
  GET     /registry/sports                        own      in      200    200    403     403        200      200
  GET     /registry/units                         own      in      200    200    403     403        200      200
  POST    /registry/units                         own      in      done   403    403     403        403      done
  POST    /registry/units                         foreign  in      done   403    403     403        403      done
  GET     /calendar                               own      in      200    200    200     403        200      200
  GET     /calendar/save                          own      moved   moved  moved  moved   moved      moved    moved
  POST    /calendar/save                          own      in      done   done   403     403        403      403
  POST    /calendar/save                          sister   in      done   done   403     403        403      403
  POST    /calendar/save                          foreign  in      done   422    403     403        403      403
  POST    /calendar/remove                        own      in      done   done   403     403        403      403
  POST    /calendar/remove                        sister   in      done   done   403     403        403      403
  POST    /calendar/remove                        foreign  in      done   404    403     403        403      403
  GET     /calendar/terms                         own      moved   moved  moved  moved   moved      moved    moved
  POST    /calendar/terms                         own      in      done   403    403     403        403      403
  POST    /calendar/years                         own      in      done   403    403     403        403      403
  GET     /exemptions                             own      in      200    200    200     403        200      200
  GET     /exemptions/new                         own      in      200    200    200     403        403      403
  POST    /exemptions/new                         own      in      done   done   done    403        403      403
  POST    /exemptions/new                         sister   in      done   done   done    403        403      403
  POST    /exemptions/new                         foreign  in      done   422    done    403        403      403
  GET     /exemptions/:id/decide                  own      moved   moved  moved  moved   moved      moved    moved
  GET     /exemptions/:id/decide                  sister   moved   moved  moved  moved   moved      moved    moved
  GET     /exemptions/:id/decide                  foreign  moved   moved  moved  moved   moved      moved    moved
  POST    /exemptions/:id/decide                  own      in      done   done   403     403        403      403
  POST    /exemptions/:id/decide                  sister   in      done   done   403     403        403      403
  POST    /exemptions/:id/decide                  foreign  in      done   404    403     403        403      403
  GET     /registry/schools                       own      in      200    200    403     403        200      200
  GET     /registry/schools                       foreign  in      200    200    403     403        200      200
  GET     /registry/schools/export                own      in      200    200    403     403        200      200
  GET     /registry/schools/export                foreign  in      200    200    403     403        200      200
  GET     /registry/schools/new                   own      in      200    200    403     403        403      200
  POST    /registry/schools/new                   own      in      done   done   403     403        403      done
  POST    /registry/schools/new                   foreign  in      done   422    403     403        403      done
  GET     /registry/schools/:id                   own      in      200    200    403     403        200      200
  GET     /registry/schools/:id                   sister   in      200    200    403     403        200      200
  GET     /registry/schools/:id                   foreign  in      200    404    403     403        200      200
  GET     /registry/schools/:id/edit              own      in      200    200    403     403        403      200
  GET     /registry/schools/:id/edit              sister   in      200    200    403     403        403      200
  GET     /registry/schools/:id/edit              foreign  in      200    404    403     403        403      200
  POST    /registry/schools/:id/edit              own      in      done   done   403     403        403      done
  POST    /registry/schools/:id/edit              sister   in      done   done   403     403        403      done
  POST    /registry/schools/:id/edit              foreign  in      done   404    403     403        403      done
  POST    /registry/schools/:id/edit              crossed  in      422    422    403     403        403      422
  GET     /registry/schools/:id/close             own      in      200    200    403     403        403      200
  GET     /registry/schools/:id/close             sister   in      200    200    403     403        403      200
  GET     /registry/schools/:id/close             foreign  in      200    404    403     403        403      200
  POST    /registry/schools/:id/close             own      in      done   done   403     403        403      done
  POST    /registry/schools/:id/close             sister   in      done   done   403     403        403      done
  POST    /registry/schools/:id/close             foreign  in      done   404    403     403        403      done
  POST    /registry/schools/:id/aliases           own      in      done   done   403     403        403      done
  POST    /registry/schools/:id/aliases           sister   in      done   done   403     403        403      done
  POST    /registry/schools/:id/aliases           foreign  in      done   404    403     403        403      done
  GET     /registry/schools/:id/classes/new       own      in      200    200    403     403        403      200
  GET     /registry/schools/:id/classes/new       sister   in      200    200    403     403        403      200
  GET     /registry/schools/:id/classes/new       foreign  in      200    404    403     403        403      200
  POST    /registry/schools/:id/classes/new       own      in      done   done   403     403        403      done
  POST    /registry/schools/:id/classes/new       sister   in      done   done   403     403        403      done
  POST    /registry/schools/:id/classes/new       foreign  in      done   404    403     403        403      done
  GET     /registry/schools/:id/classes/:classId  own      in      200    200    403     403        403      200
  GET     /registry/schools/:id/classes/:classId  sister   in      200    200    403     403        403      200
  GET     /registry/schools/:id/classes/:classId  foreign  in      200    404    403     403        403      200
  GET     /registry/schools/:id/classes/:classId  crossed  in      404    404    403     403        403      404
  POST    /registry/schools/:id/classes/:classId  own      in      done   done   403     403        403      done
  POST    /registry/schools/:id/classes/:classId  sister   in      done   done   403     403        403      done
  POST    /registry/schools/:id/classes/:classId  foreign  in      done   404    403     403        403      done
  POST    /registry/schools/:id/classes/:classId  crossed  in      404    404    403     403        403      404
  GET     /events                                 own      in      200    200    200     403        200      200
  GET     /events/calendar                        own      in      200    200    200     403        200      200
  GET     /events/calendar                        sister   in      200    200    200     403        200      200
  GET     /events/calendar                        foreign  in      200    200    200     403        200      200
  GET     /events/new                             own      in      200    200    200     403        403      200
  POST    /events/new                             own      in      done   done   done    403        403      done
  POST    /events/new                             sister   in      done   done   done    403        403      done
  POST    /events/new                             foreign  in      done   422    done    403        403      done
  GET     /events/:id                             own      in      200    200    200     403        200      200
  GET     /events/:id                             sister   in      200    200    404     403        200      200
  GET     /events/:id                             foreign  in      200    404    404     403        200      200
  POST    /events/:id                             own      in      422    422    422     403        403      422
  POST    /events/:id                             sister   in      422    422    404     403        403      422
  POST    /events/:id                             foreign  in      422    404    404     403        403      422
  GET     /events/:id/change                      own      in      200    200    200     403        403      200
  GET     /events/:id/change                      sister   in      200    200    404     403        403      200
  GET     /events/:id/change                      foreign  in      200    404    404     403        403      200
  POST    /events/:id/change                      own      in      done   done   done    403        403      done
  POST    /events/:id/change                      sister   in      done   done   404     403        403      done
  POST    /events/:id/change                      foreign  in      done   404    404     403        403      done
  GET     /events/:id/remove                      own      in      200    200    200     403        403      200
  GET     /events/:id/remove                      sister   in      200    200    404     403        403      200
  GET     /events/:id/remove                      foreign  in      200    404    404     403        403      200
  POST    /events/:id/remove                      own      in      done   done   done    403        403      done
  POST    /events/:id/remove                      sister   in      done   done   404     403        403      done
  POST    /events/:id/remove                      foreign  in      done   404    404     403        403      done
  GET     /events/:id/pictures/:pictureId/remove  own      in      200    200    200     403        403      200
  GET     /events/:id/pictures/:pictureId/remove  sister   in      200    200    404     403        403      200
  GET     /events/:id/pictures/:pictureId/remove  foreign  in      200    404    404     403        403      200
  POST    /events/:id/pictures/:pictureId/remove  own      in      done   done   done    403        403      done
  POST    /events/:id/pictures/:pictureId/remove  sister   in      done   done   404     403        403      done
  POST    /events/:id/pictures/:pictureId/remove  foreign  in      done   404    404     403        403      done
  GET     /events/:id/pictures/:pictureId         own      in      200    200    200     403        200      200
  GET     /events/:id/pictures/:pictureId         sister   in      200    200    404     403        200      200
  GET     /events/:id/pictures/:pictureId         foreign  in      200    404    404     403        200      200
  GET     /venues                                 own      200     200    200    200     200        200      200
  GET     /venues/manage                          own      in      200    200    200     403        200      200
  POST    /venues/manage                          own      in      done   done   403     403        403      done
  POST    /venues/manage                          foreign  in      done   403    403     403        403      done
  GET     /venues/new                             own      in      200    200    200     403        403      200
  POST    /venues/new                             own      in      done   done   done    403        403      done
  POST    /venues/new                             sister   in      done   done   done    403        403      done
  POST    /venues/new                             foreign  in      done   422    done    403        403      done
  GET     /venues/:id/change                      own      in      200    200    200     403        403      200
  GET     /venues/:id/change                      sister   in      200    200    404     403        403      200
  GET     /venues/:id/change                      foreign  in      200    404    404     403        403      200
  POST    /venues/:id/change                      own      in      done   done   done    403        403      done
  POST    /venues/:id/change                      sister   in      done   done   404     403        403      done
  POST    /venues/:id/change                      foreign  in      done   404    404     403        403      done
  GET     /venues/:id/close                       own      in      200    200    200     403        403      200
  GET     /venues/:id/close                       sister   in      200    200    404     403        403      200
  GET     /venues/:id/close                       foreign  in      200    404    404     403        403      200
  POST    /venues/:id/close                       own      in      done   done   done    403        403      done
  POST    /venues/:id/close                       sister   in      done   done   404     403        403      done
  POST    /venues/:id/close                       foreign  in      done   404    404     403        403      done
  GET     /titles                                 own      in      200    200    200     403        200      200
  GET     /titles/rules                           own      in      200    200    200     403        200      200
  POST    /titles/rules                           own      in      done   403    403     403        403      done
  GET     /titles/indicators                      own      in      200    200    200     403        200      200
  POST    /titles/indicators                      own      in      done   403    403     403        403      done
  GET     /titles/batches                         own      in      200    200    200     403        200      200
  GET     /titles/batches/new                     own      in      200    403    403     403        403      200
  POST    /titles/batches/new                     own      in      done   403    403     403        403      done
  GET     /titles/batches/:id                     own      in      200    404    404     403        404      200
  GET     /titles/batches/:id                     sister   in      200    404    404     403        404      200
  GET     /titles/batches/:id                     foreign  in      200    404    404     403        404      200
  POST    /titles/batches/:id                     own      in      done   403    403     403        403      done
  POST    /titles/batches/:id                     sister   in      done   403    403     403        403      done
  POST    /titles/batches/:id                     foreign  in      done   403    403     403        403      done
  GET     /titles/batches/:id/change              own      in      200    403    403     403        403      200
  GET     /titles/batches/:id/change              sister   in      200    403    403     403        403      200
  GET     /titles/batches/:id/change              foreign  in      200    403    403     403        403      200
  POST    /titles/batches/:id/change              own      in      done   403    403     403        403      done
  POST    /titles/batches/:id/change              sister   in      done   403    403     403        403      done
  POST    /titles/batches/:id/change              foreign  in      done   403    403     403        403      done
  GET     /titles/:id                             own      in      200    200    200     403        200      200
  GET     /titles/:id                             sister   in      200    200    404     403        200      200
  GET     /titles/:id                             foreign  in      200    404    404     403        200      200
  GET     /titles/renewals                        own      in      200    200    200     403        200      200
  GET     /titles/:id/reports/:year               own      in      404    404    200     403        404      404
  GET     /titles/:id/reports/:year               sister   in      404    404    404     403        404      404
  GET     /titles/:id/reports/:year               foreign  in      404    404    404     403        404      404
  POST    /titles/:id/reports/:year               own      in      403    403    done    403        403      403
  POST    /titles/:id/reports/:year               sister   in      403    403    404     403        403      403
  POST    /titles/:id/reports/:year               foreign  in      403    403    404     403        403      403
  GET     /titles/:id/reports/:year/decide        own      in      200    200    403     403        403      403
  GET     /titles/:id/reports/:year/decide        sister   in      200    200    403     403        403      403
  GET     /titles/:id/reports/:year/decide        foreign  in      200    404    403     403        403      403
  POST    /titles/:id/reports/:year/decide        own      in      403    done   403     403        403      403
  POST    /titles/:id/reports/:year/decide        sister   in      403    done   403     403        403      403
  POST    /titles/:id/reports/:year/decide        foreign  in      403    404    403     403        403      403
  GET     /titles/:id/review                      own      in      200    200    403     403        403      200
  GET     /titles/:id/review                      sister   in      200    200    403     403        403      200
  GET     /titles/:id/review                      foreign  in      200    404    403     403        403      200
  POST    /titles/:id/review                      own      in      done   done   403     403        403      done
  POST    /titles/:id/review                      sister   in      done   done   403     403        403      done
  POST    /titles/:id/review                      foreign  in      done   404    403     403        403      done
  GET     /titles/:id/conclude/:conclusion        own      in      200    200    403     403        403      200
  GET     /titles/:id/conclude/:conclusion        sister   in      200    200    403     403        403      200
  GET     /titles/:id/conclude/:conclusion        foreign  in      200    404    403     403        403      200
  POST    /titles/:id/conclude/:conclusion        own      in      done   done   403     403        403      done
  POST    /titles/:id/conclude/:conclusion        sister   in      done   done   403     403        403      done
  POST    /titles/:id/conclude/:conclusion        foreign  in      done   404    403     403        403      done
  GET     /titles/:id/transfer                    own      in      200    200    403     403        403      200
  GET     /titles/:id/transfer                    sister   in      200    200    403     403        403      200
  GET     /titles/:id/transfer                    foreign  in      200    404    403     403        403      200
  POST    /titles/:id/transfer                    own      in      done   done   403     403        403      done
  POST    /titles/:id/transfer                    sister   in      done   done   403     403        403      done
  POST    /titles/:id/transfer                    foreign  in      done   404    403     403        403      done
  POST    /titles/:id/transfer                    crossed  in      done   422    403     403        403      done
  GET     /titles/:id/:step                       own      in      200    200    403     403        403      200
  GET     /titles/:id/:step                       sister   in      200    200    403     403        403      200
  GET     /titles/:id/:step                       foreign  in      200    404    403     403        403      200
  POST    /titles/:id/:step                       own      in      done   done   403     403        403      done
  POST    /titles/:id/:step                       sister   in      done   done   403     403        403      done
  POST    /titles/:id/:step                       foreign  in      done   404    403     403        403      done
  GET     /entry-checks                           own      in      200    200    403     403        403      403
  GET     /entry-checks/:personId                 own      in      200    200    403     403        403      403
  GET     /entry-checks/:personId                 sister   in      200    200    403     403        403      403
  GET     /entry-checks/:personId                 foreign  in      200    404    403     403        403      403
  POST    /entry-checks/:personId                 own      in      done   done   403     403        403      403
  POST    /entry-checks/:personId                 sister   in      done   done   403     403        403      403
  POST    /entry-checks/:personId                 foreign  in      done   404    403     403        403      403
  GET     /recruitment/posts/:id/candidates                   own      in      200    200    200     403        200      200
  GET     /recruitment/posts/:id/candidates                   sister   in      200    200    404     403        200      200
  GET     /recruitment/posts/:id/candidates                   foreign  in      200    404    404     403        200      200
  GET     /recruitment/posts/:id/interviews                   own      in      200    200    200     403        403      403
  GET     /recruitment/posts/:id/interviews                   sister   in      200    200    404     403        403      403
  GET     /recruitment/posts/:id/interviews                   foreign  in      200    404    404     403        403      403
  POST    /recruitment/posts/:id/interviews                   own      in      403    done   403     403        403      403
  POST    /recruitment/posts/:id/interviews                   sister   in      403    done   404     403        403      403
  POST    /recruitment/posts/:id/interviews                   foreign  in      403    404    404     403        403      403
  POST    /recruitment/posts/:id/candidates                   own      in      403    422    403     403        403      403
  POST    /recruitment/posts/:id/candidates                   sister   in      403    422    404     403        403      403
  POST    /recruitment/posts/:id/candidates                   foreign  in      403    404    404     403        403      403
  GET     /recruitment/posts/:id/objections/:objectionId      own      in      404    404    404     403        403      403
  GET     /recruitment/posts/:id/objections/:objectionId      sister   in      404    404    404     403        403      403
  GET     /recruitment/posts/:id/objections/:objectionId      foreign  in      404    404    404     403        403      403
  POST    /recruitment/posts/:id/objections/:objectionId      own      in      403    422    403     403        403      403
  POST    /recruitment/posts/:id/objections/:objectionId      sister   in      403    422    404     403        403      403
  POST    /recruitment/posts/:id/objections/:objectionId      foreign  in      403    404    404     403        403      403
  GET     /recruitment/applications/:id                       own      in      200    200    404     403        200      200
  GET     /recruitment/applications/:id/score                 own      in      200    200    404     403        403      403
  GET     /recruitment/applications/:id/check                 own      in      200    200    403     403        403      403
  GET     /recruitment/applications/:id/contact               own      in      200    200    404     403        403      403
  GET     /recruitment/applications/:id                       sister   in      200    200    404     403        200      200
  GET     /recruitment/applications/:id/score                 sister   in      200    200    404     403        403      403
  GET     /recruitment/applications/:id/check                 sister   in      200    200    403     403        403      403
  GET     /recruitment/applications/:id/contact               sister   in      200    200    404     403        403      403
  GET     /recruitment/applications/:id                       foreign  in      200    404    404     403        200      200
  GET     /recruitment/applications/:id/score                 foreign  in      200    404    404     403        403      403
  GET     /recruitment/applications/:id/check                 foreign  in      200    404    403     403        403      403
  GET     /recruitment/applications/:id/contact               foreign  in      200    404    404     403        403      403
  POST    /recruitment/applications/:id                       own      in      403    done   404     403        403      403
  POST    /recruitment/applications/:id/contact               own      in      done   done   404     403        403      403
  POST    /recruitment/applications/:id                       sister   in      403    done   404     403        403      403
  POST    /recruitment/applications/:id/contact               sister   in      done   done   404     403        403      403
  POST    /recruitment/applications/:id                       foreign  in      403    404    404     403        403      403
  POST    /recruitment/applications/:id/contact               foreign  in      done   404    404     403        403      403
  POST    /recruitment/applications/:id/score                 own      in      403    422    404     403        403      403
  POST    /recruitment/applications/:id/check                 own      in      422    422    403     403        403      403
  POST    /recruitment/applications/:id/score                 sister   in      403    422    404     403        403      403
  POST    /recruitment/applications/:id/check                 sister   in      422    422    403     403        403      403
  POST    /recruitment/applications/:id/score                 foreign  in      403    404    404     403        403      403
  POST    /recruitment/applications/:id/check                 foreign  in      422    404    403     403        403      403
  GET     /posts/:number/notice                               own      404     404    404    404     404        404      404
  GET     /posts/:number/notice                               sister   404     404    404    404     404        404      404
  GET     /posts/:number/notice                               foreign  404     404    404    404     404        404      404
  POST    /posts/:number/notice                               own      404     404    404    404     404        404      404
  POST    /posts/:number/notice                               sister   404     404    404    404     404        404      404
  POST    /posts/:number/notice                               foreign  404     404    404    404     404        404      404
  GET     /profile/documents                                  own      in      403    403    403     200        403      403
  POST    /profile/documents                                  own      in      403    403    403     422        403      403
  GET     /profile/documents/remove                           own      moved   moved  moved  moved   moved      moved    moved
  POST    /profile/documents/remove                           own      in      403    403    403     done       403      403
  POST    /profile/documents/remove                           foreign  in      403    403    403     404        403      403
  POST    /profile/documents/remove                           sister   in      403    403    403     404        403      403
  GET     /profile/documents/:documentId                      own      in      403    403    403     200        403      403
  GET     /profile/documents/:documentId                      foreign  in      403    403    403     404        403      403
  GET     /profile/documents/:documentId                      sister   in      403    403    403     404        403      403
  GET     /recruitment/applications/:id/documents/:documentId own      in      done   done   404     403        403      403
  GET     /recruitment/applications/:id/documents/:documentId sister   in      done   done   404     403        403      403
  GET     /recruitment/applications/:id/documents/:documentId foreign  in      done   404    404     403        403      403
  GET     /*                                      own      404     404    404    404     404        404      404
  POST    /*                                      own      404     404    404    404     404        404      404
`

export interface Decision {
  method: 'GET' | 'POST'
  /** As in app/routes.ts, without the slash in front. */
  address: string
  whose: string
  answers: Record<Visitor, string>
}

export const decisions: readonly Decision[] = table
  .trim()
  .split('\n')
  .slice(1)
  .map(line => {
    const [method, address = '', whose = '', ...answers] = line.trim().split(/ +/)
    return {
      method: method === 'POST' ? 'POST' : 'GET',
      address: address.slice(1),
      whose,
      answers: Object.fromEntries(roles.map((role, at) => [role, answers[at] ?? ''])) as Decision['answers'],
    }
  })
