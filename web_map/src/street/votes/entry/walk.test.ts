import { describe, expect, it } from 'vitest'
import { community } from './rooms.testing'
import { meant, next, suggested, walk, type Place, type Room } from './walk'

const ROOMS = community()
const names = (rooms: readonly Room[]) => rooms.map(({ room }) => room)
const indexOf = (room: string) => ROOMS.findIndex((each) => each.room === room)

function place(at: string, voted: string[] = [], building: number | null = null): Place {
  return { rooms: ROOMS, at: indexOf(at), building, voted: ({ room }) => voted.includes(room) }
}

describe('walking order', () => {
  it('goes building by building and floor by floor, ten after nine', () => {
    const rooms = ['1-1-1001', '1-1-902', '1-1-901'].map((room, household) => ({
      household,
      building: 1,
      number: '1号楼',
      room,
    }))
    const other = { household: 9, building: 3, number: '10号楼', room: '10-1-101' }
    const second = { household: 8, building: 2, number: '2号楼', room: '2-1-101' }
    expect(names(walk([other, second, ...rooms]))).toEqual([
      '1-1-901',
      '1-1-902',
      '1-1-1001',
      '2-1-101',
      '10-1-101',
    ])
  })

  it('goes on to the next room without a ballot, and round to the beginning', () => {
    expect(ROOMS[next(place('1-1-101', ['1-1-101', '1-1-102']), 0)]?.room).toBe('1-1-201')
    expect(ROOMS[next(place('2-2-202'), ROOMS.length)]?.room).toBe('1-1-101')
    const all = names(ROOMS)
    expect(next(place('1-1-101', all), 0)).toBe(-1)
    expect(ROOMS[next(place('1-1-101', [], 2), 0)]?.room).toBe('2-1-101')
  })
})

describe('what a typed number means', () => {
  it('is the room ahead on this stair where its end alone would fit several', () => {
    expect(names(meant('201', place('1-1-101')))).toEqual(['1-1-201'])
    expect(names(meant('2202', place('1-1-101')))).toEqual(['1-2-202'])
  })

  it('is not clear where the room of this stair lies behind, or has voted', () => {
    expect(names(meant('101', place('1-1-202')))).toEqual(['1-1-101', '1-2-101'])
    expect(names(meant('201', place('1-1-201', ['1-1-201'])))).toHaveLength(2)
  })

  it('is a room of another building only in full', () => {
    expect(names(meant('22202', place('1-1-101')))).toEqual(['2-2-202'])
    expect(names(meant('2-202', place('1-1-101')))).toEqual(['1-2-202'])
    expect(names(meant('2-2-202', place('1-1-101')))).toEqual(['2-2-202'])
    expect(names(meant('2-2-202', place('1-1-101', [], 1)))).toEqual([])
  })

  it('does not depend on hyphens, width or case', () => {
    expect(names(meant('1-2-202', place('1-1-101')))).toEqual(['1-2-202'])
    expect(names(meant('2 202', place('1-1-101')))).toEqual(['1-2-202'])
    expect(meant(' - ', place('1-1-101'))).toEqual([])
  })

  it('may be a room that has voted, so that this can be told', () => {
    expect(names(meant('1-2-202', place('1-1-101', ['1-2-202'])))).toEqual(['1-2-202'])
  })
})

describe('what is offered while typing', () => {
  it('is rooms without a ballot, those ahead first', () => {
    const offers = suggested('20', place('1-2-101', ['1-2-201'], 1), 9)
    expect(names(offers)).toEqual(['1-2-202', '1-1-201', '1-1-202'])
    expect(suggested('', place('1-1-101'), 9)).toEqual([])
  })
})
