/** A number that may be left empty, in a unit of people's own: 万元 for yuan. */
interface Props {
  label: string
  value: number | null
  change: (value: number | null) => void
  /** How many of what is kept make one of what is shown. */
  unit?: number
  max?: number
  required?: boolean
}

export function NumberField({ label, value, change, unit = 1, max = 1e8, required }: Props) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={0}
        max={max}
        step="any"
        required={required}
        value={value === null ? '' : value / unit}
        onChange={({ target }) =>
          change(target.value === '' ? null : Math.round(Number(target.value) * unit * 100) / 100)
        }
      />
    </label>
  )
}
