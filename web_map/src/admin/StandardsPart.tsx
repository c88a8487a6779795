/** Every rule value with its source, which version holds on a day, and what is to be reviewed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Chip } from '../parts/Chip'
import { Failure, Skeleton } from '../parts/States'
import { useAdminWords } from '../text/useAdminWords'
import styles from './admin.module.css'
import staff from '../staff/staff.module.css'
import { getStandards } from './asking'
import { Field } from '../staff/Field'
import { RuleTable } from './RuleTable'
import { unsure } from './rules'

export function StandardsPart() {
  const words = useAdminWords()
  const [day, setDay] = useState(today)
  const [only, setOnly] = useState(false)
  const rules = useQuery({
    queryKey: ['standards', day],
    queryFn: () => getStandards(day),
    placeholderData: keepPreviousData,
  })
  const doubtful = rules.data?.filter(unsure) ?? []
  return (
    <div className={staff.page}>
      <h2>{words.parts.standards}</h2>
      <p className={staff.soft}>{words.standardsHint}</p>
      <div className={styles.ask}>
        <Field label={words.day}>
          {(about) => (
            <input
              {...about}
              type="date"
              min="1950-01-01"
              max="2999-12-31"
              value={day}
              onChange={({ target }) => setDay(target.value || today())}
            />
          )}
        </Field>
        <Chip on={only} toggle={() => setOnly(!only)}>
          {words.reviewCount(doubtful.length)}
        </Chip>
      </div>
      {rules.error ? (
        <Failure error={rules.error} retry={() => void rules.refetch()} />
      ) : rules.data ? (
        <RuleTable rules={only ? doubtful : rules.data} day={day} />
      ) : (
        <Skeleton rows={8} />
      )}
    </div>
  )
}

/** The day in China, where the rules hold. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
