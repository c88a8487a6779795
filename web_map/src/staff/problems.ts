/** What the service finds wrong with a form, sorted by the field where it is to be shown. */
import { Problem } from '../api/client'

/** Sentences about a field; `areas` has those of `areas.0`, too. */
export function problemsAt(error: Error | null, field: string): string[] {
  return reasons(error)
    .filter((reason) => reason.field?.split('.')[0] === field)
    .map(({ message }) => message)
}

/** What belongs to none of the fields on the page; empty when all of it does. */
export function otherProblems(error: Error | null, fields: readonly string[]): string[] {
  if (!error) return []
  const told = reasons(error)
  if (told.length === 0) return [error.message]
  return told
    .filter(({ field }) => !fields.includes(field?.split('.')[0] ?? ''))
    .map(({ message }) => message)
}

function reasons(error: Error | null) {
  return (error instanceof Problem && error.told.problems) || []
}
