/** A share of one, asked in per cent as people say it. */
import type { WidgetProps } from '@rjsf/utils'

const CENT = 100

export function PercentWidget({ id, value, required, autofocus, onChange }: WidgetProps) {
  return (
    <input
      id={id}
      type="number"
      inputMode="decimal"
      min={0}
      max={CENT}
      step="any"
      required={required}
      autoFocus={autofocus}
      value={typeof value === 'number' ? Number((value * CENT).toFixed(2)) : ''}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : Number(target.value) / CENT)
      }
    />
  )
}
