/** The areas of a scope: those chosen, and selects that walk down the divisions to the next one. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { overviewOptions } from '../../api/queries'
import { useAdminWords } from '../../text/useAdminWords'
import styles from '../admin.module.css'
import { Chosen } from './Chosen'

interface Props {
  id: string
  areas: string[]
  names: Record<string, string>
  change: (areas: string[]) => void
}

export function AreaPicker({ id, areas, names, change }: Props) {
  const words = useAdminWords()
  /** Codes from the province down to where the walk has come. */
  const [way, setWay] = useState<string[]>([])
  const [met, setMet] = useState(names)
  const levels = useQueries({
    queries: ['', ...way]
      .slice(0, words.levels.length)
      .map((within) => overviewOptions(within ? { within } : {})),
  })
  const at = way.at(-1) ?? ''
  const named = (code: string) => (code === '' ? words.country : (met[code] ?? code))
  const walk = (level: number, code: string, name: string) => {
    setWay([...way.slice(0, level), ...(code ? [code] : [])])
    if (code) setMet({ ...met, [code]: name })
  }

  return (
    <>
      <Chosen
        all={areas.map((code) => ({ key: code, name: named(code) }))}
        remove={(code) => change(areas.filter((each) => each !== code))}
      />
      <div className={styles.ways}>
        {levels.map(
          ({ data }, level) =>
            (level === 0 || (data?.divisions.length ?? 0) > 0) && (
              <select
                key={words.levels[level]}
                id={level === 0 ? id : undefined}
                aria-label={words.pick(words.levels[level] ?? '')}
                value={way[level] ?? ''}
                onChange={({ target }) =>
                  walk(level, target.value, target.selectedOptions[0]?.text ?? '')
                }
              >
                <option value="">{words.pick(words.levels[level] ?? '')}</option>
                {data?.divisions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            ),
        )}
        <button
          type="button"
          disabled={areas.includes(at)}
          onClick={() => {
            change([...areas, at])
            setWay([])
          }}
        >
          {words.add(named(at))}
        </button>
      </div>
    </>
  )
}
