/** Moments as a field for date and time has them, and back. */
export function toLocal(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function fromLocal(value: string): string {
  return new Date(value).toISOString()
}
