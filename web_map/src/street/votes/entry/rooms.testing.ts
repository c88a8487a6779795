/** A small community for tests: two buildings of two stairs, two floors, two doors each. */
import type { VotingRoom } from '../../../api/schema.gen'
import { walk } from './walk'

export function community(): VotingRoom[] {
  const rooms: VotingRoom[] = []
  for (const building of [1, 2])
    for (const stair of [1, 2])
      for (const floor of [1, 2])
        for (const door of [1, 2])
          rooms.push({
            household: building * 10_000 + stair * 1000 + floor * 100 + door,
            building,
            number: `${building}号楼`,
            room: `${building}-${stair}-${floor}0${door}`,
            answer: null,
            channel: null,
            scan: null,
          })
  return walk(rooms)
}
