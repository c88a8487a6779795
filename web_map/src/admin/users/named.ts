/** A CQL2 condition on the name: what is typed is a part of it, whatever signs it holds. */
export function named(typed: string): string {
  const part = typed.replaceAll(/[\\%_]/g, '\\$&').replaceAll("'", "''")
  return `name LIKE '%${part}%'`
}
