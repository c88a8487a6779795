/** Rule values in rows: those that hold stand out, those to be reviewed say so. */
import type { RuleVersion } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useView } from '../state/useView'
import { useAdminWords } from '../text/useAdminWords'
import staff from '../staff/staff.module.css'
import tables from '../parts/table.module.css'
import table from './table.module.css'
import tags from '../staff/tag.module.css'
import { valuesOf, whenOf } from './rules'

export function RuleTable({ rules, day }: { rules: RuleVersion[]; day: string }) {
  const words = useAdminWords()
  const { language } = useView()
  const { date } = useFormats()
  const heads = [words.rule, words.value, words.source, words.clause, words.from, words.status]
  return (
    <table className={`${tables.stacked} ${table.table}`} role="table">
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rules.map((rule) => {
          const when = whenOf(rule, day)
          return (
            <tr
              role="row"
              key={`${rule.code} ${rule.version} ${rule.area}`}
              data-quiet={when !== 'inForce'}
            >
              <th scope="row" role="rowheader">
                {rule.title[language]}
                <small className={staff.soft}>
                  {rule.code} · {rule.version}
                  {rule.area && ` · ${rule.area}`}
                </small>
              </th>
              <td role="cell" data-label={words.value}>
                {valuesOf(rule, words).map((value) => (
                  <div key={value}>{value}</div>
                ))}
              </td>
              <td role="cell" data-label={words.source}>
                {rule.source}
              </td>
              <td role="cell" data-label={words.clause}>
                {rule.clause}
              </td>
              <td role="cell" data-label={words.from}>
                {date(rule.effective_from)}
                <span className={tags.tag} data-kind={when === 'inForce' ? 'good' : undefined}>
                  {words[when]}
                </span>
              </td>
              <td role="cell" data-label={words.status}>
                {rule.status_title[language]}
                {rule.needs_review && (
                  <span className={tags.tag} data-kind="warning">
                    {words.review}
                  </span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
