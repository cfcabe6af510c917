import type { MediaType } from '#app/files/file-kind.rule.ts'

/** What is taken as evidence: PDF and pictures of at most 10 MB each. */
export const attachmentTypes: readonly MediaType[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
]
export const mostAttachmentBytes = 10 * 1024 * 1024

/** Attachments of one application at a time. */
export const mostAttachments = 30
