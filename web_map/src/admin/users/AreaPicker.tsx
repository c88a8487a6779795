/** The areas of a scope: those chosen, and selects that walk down the divisions to the next one. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { overviewOptions } from '../../api/queries'
import { useAdminWords } from '../../text/useAdminWords'
import styles from '../admin.module.css'
import type { About } from '../../staff/Field'
import { Chosen } from './Chosen'

/** The choice beside the provinces that holds them all. */
const COUNTRY = 'country'

interface Props {
  about: About
  areas: string[]
  names: Record<string, string>
  change: (areas: string[]) => void
}

export function AreaPicker({ about, areas, names, change }: Props) {
  const words = useAdminWords()
  /** Codes from the province down to where the walk has come. */
  const [way, setWay] = useState<string[]>([])
  const [met, setMet] = useState(names)
  const levels = useQueries({
    queries: ['', ...way.filter((each) => each !== COUNTRY)]
      .slice(0, words.levels.length)
      .map((within) => overviewOptions(within ? { within } : {})),
  })
  const at = way.at(-1)
  const code = at === COUNTRY ? '' : at
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
                {...(level === 0 ? about : {})}
                aria-label={words.pick(words.levels[level] ?? '')}
                value={way[level] ?? ''}
                onChange={({ target }) =>
                  walk(level, target.value, target.selectedOptions[0]?.text ?? '')
                }
              >
                <option value="">{words.pick(words.levels[level] ?? '')}</option>
                {level === 0 && <option value={COUNTRY}>{words.country}</option>}
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
          disabled={code === undefined || areas.includes(code)}
          onClick={() => {
            if (code !== undefined) change([...areas, code])
            setWay([])
          }}
        >
          {words.add(code === undefined ? '' : named(code))}
        </button>
      </div>
    </>
  )
}
