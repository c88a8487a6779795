/** The sums of each scenario, and how much they share. */
import type { ComparisonTold, SumTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { useScenarioWords } from '../../text/useScenarioWords'
import { LETTERS } from './comparing'
import shared from './scenarios.module.css'
import { SumTable } from './SumTable'

export function Sums({ told: { scenarios, sums, overlaps } }: { told: ComparisonTold }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const parts: [string, (sum: SumTold) => string][] = [
    [words.number, ({ count }) => `${count}`],
    [words.cost, ({ cost_cny }) => formats.money(cost_cny)],
    [words.households, ({ households }) => `${households}`],
    [words.score, ({ score }) => score.toFixed(2)],
  ]
  const letter = new Map(scenarios.map(({ id }, at) => [id, LETTERS[at] ?? '']))
  return (
    <>
      <SumTable
        title={words.sums}
        first={words.measure}
        scenarios={scenarios}
        rows={parts.map(([title, say]) => ({ title, cells: sums.map(say) }))}
      />
      <p className={shared.soft}>
        {overlaps
          .map(({ first, second, both, share }) =>
            words.overlapOf(
              letter.get(first) ?? '',
              letter.get(second) ?? '',
              both,
              formats.share(share ?? 0),
            ),
          )
          .join(' · ')}
      </p>
    </>
  )
}
