/** What a form holds, and what the service is sent of it. */

type Values = Record<string, unknown>

/** A form knows no null: what is not there is left empty. */
export function shown(properties: Values, fields: readonly string[]): Values {
  return Object.fromEntries(
    fields.flatMap((name) => {
      const value = properties[name]
      return value === null || value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Null for what was left empty: the service puts the attribute's default there. */
export function sent(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(
    fields.map((name) => [name, values[name] === '' ? null : (values[name] ?? null)]),
  )
}

/** Only what differs from what stands, so that two people may change different fields. */
export function changes(before: Values, after: Values): Values {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => (value ?? '') !== (before[name] ?? '')),
  )
}
