/** What the order and the choice hang on: one drawer open at a time, or none. */
import { useState, type ComponentType } from 'react'
import { Tabs } from '../staff/Tabs'
import { usePlanningWords } from '../text/usePlanningWords'
import { ChoiceDrawer } from './ChoiceDrawer'
import { Exports } from './Exports'
import { Firmness } from './Firmness'
import styles from './planning.module.css'
import { ScenariosDrawer } from './scenarios/ScenariosDrawer'
import type { Plan } from './usePlan'
import { WeightsDrawer } from './WeightsDrawer'

const DRAWERS = {
  weights: WeightsDrawer,
  choose: ChoiceDrawer,
  firm: Firmness,
  scenarios: ScenariosDrawer,
  export: Exports,
} satisfies Record<string, ComponentType<{ plan: Plan }>>
type Name = keyof typeof DRAWERS
const NAMES = Object.keys(DRAWERS) as Name[]

export function Drawers({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const [open, setOpen] = useState<Name | null>('choose')
  const Drawer = open && DRAWERS[open]
  return (
    <>
      <Tabs
        label={words.drawers}
        tabs={NAMES.map((name) => ({ name, title: words.drawer[name] }))}
        open={open}
        choose={(name) => setOpen(name === open ? null : name)}
      />
      {Drawer && (
        <div className={styles.drawer}>
          <Drawer plan={plan} />
        </div>
      )}
    </>
  )
}
