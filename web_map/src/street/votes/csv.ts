/** A small table as a file that spreadsheets open: UTF-8 with its mark, quoted as RFC 4180 says. */

export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A cell that begins like a formula would be run by a spreadsheet. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
