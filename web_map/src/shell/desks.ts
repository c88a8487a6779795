/** The desks of those who are signed in, one line each: what opens, its name, and who may use it. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Session } from '../api/schema.gen'
import type { Language } from '../state/view'

interface Desk {
  title: Record<Language, string>
  Page: LazyExoticComponent<ComponentType>
  mayUse: (session: Session) => boolean
}

// prettier-ignore
export const DESKS = {
  site: { title: { zh: '工地台', en: 'Site desk' }, Page: lazy(() => import('../desk/SiteDesk')), mayUse: ({ layers }) => layers.warning_perimeters?.create ?? false },
  street: { title: { zh: '街道台', en: 'Street desk' }, Page: lazy(() => import('../street/StreetDesk')), mayUse: ({ layers }) => layers.publicity?.create ?? false },
  admin: { title: { zh: '管理台', en: 'Administration' }, Page: lazy(() => import('../admin/AdminDesk')), mayUse: ({ administers }) => administers },
  planning: { title: { zh: '规划台', en: 'Planning desk' }, Page: lazy(() => import('../planning/PlanningDesk')), mayUse: ({ role }) => role === 'planner' || role === 'admin' },
  audit: { title: { zh: '审核台', en: 'Audit desk' }, Page: lazy(() => import('../audit/AuditDesk')), mayUse: ({ role }) => ['auditor', 'planner', 'admin'].includes(role) },
} satisfies Record<string, Desk>

export type DeskName = keyof typeof DESKS

/** A name from the URL that is none of a desk leads to the public page. */
export function deskNamed(name: string): DeskName | null {
  return Object.hasOwn(DESKS, name) ? (name as DeskName) : null
}

/** The desks that somebody may use, in the order of the table. */
export function desksFor(session: Session): DeskName[] {
  return (Object.keys(DESKS) as DeskName[]).filter((name) => DESKS[name].mayUse(session))
}
