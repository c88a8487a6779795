/** Drawing a perimeter: the work area, the ground around it, then the words. Checked all along. */
import type { Geometry, Polygon } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useRef, useState } from 'react'
import type { Finding } from '../api/schema.gen'
import { FindingList } from './checking/FindingList'
import { useCheck, useProposal } from './checking/useCheck'
import { Verdict } from './checking/Verdict'
import desk from './desk.module.css'
import { DraftPanel, type Step } from './draft/DraftPanel'
import { DrawTools } from './drawing/DrawTools'
import { BringPanel } from './importing/BringPanel'
import { useBrought } from './importing/useBrought'
import type { Perimeter, Site } from './items'
import type { Draft } from './keeping/database'
import type { Drafting } from './keeping/useDraft'
import {
  boxOfShapes,
  broughtShown,
  findingsShown,
  perimetersShown,
  shapes,
} from './map/collections'
import { MINE, RED } from './map/colors'
import { DeskMap } from './map/DeskMap'

const USUAL_HEIGHT_M = 18

interface Props {
  site: Site
  owner: string
  draft: Draft
  drafting: Drafting
  perimeters: Perimeter[]
  around: Polygon[]
}

export function DraftDesk({ site, owner, draft, drafting, perimeters, around }: Props) {
  const [step, setStep] = useState<Step>(draft.shape ? 'perimeter' : 'area')
  const [open, setOpen] = useState(false)
  const [bringing, setBringing] = useState(false)
  const map = useRef<MapLibre>(null)
  const { community } = site.properties
  const { kind = 'facade', working_height_m: height = USUAL_HEIGHT_M } = draft.fields
  const { allowance_m: allowance = 0, starts, ends, work_area: known = null } = draft.fields
  const proposal = useProposal(
    draft.area && draft.id === null
      ? { community, area: draft.area, kind, height, allowance }
      : null,
  )
  // What is at hand then was proposed for another area.
  const alone = proposal.isError || proposal.isPaused
  const suggested = draft.area && draft.id === null && !alone ? (proposal.data ?? null) : null
  const shape = draft.shape ?? suggested?.perimeter ?? null
  const check = useCheck(
    shape && {
      community,
      shape,
      area: draft.area ?? known,
      height,
      site: site.id,
      id: draft.id,
      starts,
      ends,
    },
  )
  const findings = shape ? (check.data?.findings ?? []) : []
  const fly = (geometry: NonNullable<Finding['geometry']>) => {
    const to = boxOfShapes([geometry as unknown as Geometry])
    setOpen(false)
    if (to) map.current?.fitBounds(to, { padding: 60, maxZoom: 20.5 })
  }
  const go = (next: Step) => {
    setStep(next)
    // What is drawn next fills the map, so that a finger tells one corner from another.
    const to = boxOfShapes([next === 'area' ? draft.area : shape])
    if (to && next !== 'form') map.current?.fitBounds(to, { padding: 60, maxZoom: 20.5 })
  }
  const drawing = step === 'form' || bringing ? null : step
  const changed = (found: Polygon | null, whole: boolean) => {
    if (drawing === 'perimeter' && whole) drafting.change({ shape: found })
    // An area on its way is no area yet: it would be proposed for, and kept, half drawn.
    if (drawing === 'area') drafting.change({ area: whole ? found : null })
  }
  const box = boxOfShapes([draft.shape ?? draft.area ?? site.geometry])
  const brought = useBrought(boxOfShapes([site.geometry]) ?? box)
  const leaveFile = () => {
    brought.forget()
    setBringing(false)
  }
  const take = (found: Polygon, as: 'area' | 'perimeter') => {
    leaveFile()
    drafting.change(as === 'area' ? { area: found } : { shape: found })
    setStep(as)
  }

  return (
    <div className={desk.desk}>
      <div className={desk.map}>
        {box && (
          <DeskMap
            box={box}
            press={(overlay, id) => {
              if (overlay === 'desk-brought') brought.choose(id)
            }}
            shown={{
              'desk-sites': shapes(site.geometry),
              'desk-perimeters': perimetersShown(perimeters, null, draft.id),
              'desk-areas': shapes(step === 'area' ? null : draft.area),
              'desk-ghost': shapes(step === 'perimeter' ? null : shape),
              'desk-findings': findingsShown(findings),
              'desk-brought': broughtShown(
                brought.areas.map(({ shape: found }) => found),
                brought.chosen,
              ),
            }}
          >
            {(made) => {
              map.current = made
              return (
                drawing && (
                  <DrawTools
                    key={`${drawing} ${draft.key}`}
                    map={made}
                    first={drawing === 'area' ? draft.area : draft.shape}
                    color={drawing === 'area' ? MINE : RED}
                    around={around}
                    changed={changed}
                  />
                )
              )
            }}
          </DeskMap>
        )}
        {shape && (
          <div className={desk.verdict}>
            <Verdict
              findings={check.data}
              pending={check.isFetching}
              failed={check.isError || check.isPaused}
              open={open}
              toggle={() => setOpen(!open)}
            />
          </div>
        )}
      </div>
      {open ? (
        <section className={desk.panel}>
          <FindingList findings={findings} fly={fly} />
        </section>
      ) : bringing ? (
        <BringPanel brought={brought} use={take} close={leaveFile} />
      ) : (
        <DraftPanel
          owner={owner}
          draft={draft}
          drafting={drafting}
          step={step}
          go={go}
          kind={kind}
          height={height}
          proposal={suggested}
          proposing={proposal.isFetching}
          alone={alone}
          fromFile={() => setBringing(true)}
          mayPublish={shape ? (check.data?.may_publish ?? null) : null}
        />
      )}
    </div>
  )
}
