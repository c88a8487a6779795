import { expect, it } from 'vitest'
import { csvOf } from './csv'

it('quotes what a spreadsheet would run or break apart', () => {
  const text = csvOf([
    ['3号楼', '=1+1'],
    ['"a",b', 'c'],
  ])
  expect(text).toBe('\uFEFF"3号楼","\'=1+1"\r\n"""a"",b","c"\r\n')
})
