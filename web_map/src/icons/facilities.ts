/** Which icon stands for which kind of facility, on the card and on the map. */
import type { IconName } from './icons'

const FACILITY_ICONS: Record<string, IconName> = {
  charging_pile: 'charging',
  ebike_shed: 'shed',
  parking: 'parking',
  elderly_care: 'elderly',
  childcare: 'childcare',
  market: 'market',
  lift: 'lift',
}

export function facilityIcon(kind: string): IconName {
  return FACILITY_ICONS[kind] ?? 'power'
}
