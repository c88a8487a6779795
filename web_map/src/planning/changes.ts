/** One choice against another: who is in the second alone, and who in the first alone. */
export function changes(before: string[], after: string[]): { entered: string[]; left: string[] } {
  const [was, is] = [new Set(before), new Set(after)]
  return { entered: after.filter((id) => !was.has(id)), left: before.filter((id) => !is.has(id)) }
}
