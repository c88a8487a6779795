/** Names a row of another layer: picked from a few, or found by its name among many. */
import type { WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { useFormWords } from '../text/useFormWords'
import type { Choice } from './fields'

/** Above this one types a name rather than look for it. */
const FEW = 20

export function RefWidget(props: WidgetProps) {
  const words = useFormWords()
  const choices = props.options.choices as Choice[] | undefined
  if (!choices) return <input id={props.id} disabled placeholder={words.reading} />
  if (choices.length === 0)
    return <input id={props.id} required={props.required} disabled placeholder={words.noChoice} />
  return choices.length > FEW ? (
    <ByName {...props} choices={choices} />
  ) : (
    <select
      id={props.id}
      required={props.required}
      autoFocus={props.autofocus}
      value={typeof props.value === 'number' ? props.value : ''}
      onChange={({ target }) => props.onChange(target.value ? Number(target.value) : undefined)}
    >
      <option value="">{words.choose}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function ByName(props: WidgetProps & { choices: Choice[] }) {
  const words = useFormWords()
  const { id, choices } = props
  const value = props.value as number | undefined
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? choices.find((choice) => choice.id === value)?.name ?? ''
  const unknown = name !== '' && value === undefined
  return (
    <>
      <input
        id={id}
        list={`${id}-names`}
        autoComplete="off"
        required={props.required}
        autoFocus={props.autofocus}
        aria-invalid={unknown}
        aria-describedby={unknown ? `${id}-unknown` : undefined}
        placeholder={words.typeName}
        value={name}
        onChange={({ target }) => {
          setTyped(target.value)
          props.onChange(choices.find((choice) => choice.name === target.value)?.id)
        }}
      />
      <datalist id={`${id}-names`}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.name} />
        ))}
      </datalist>
      {unknown && <small id={`${id}-unknown`}>{words.noSuchName}</small>}
    </>
  )
}
