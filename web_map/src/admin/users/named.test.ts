import { expect, it } from 'vitest'
import { named } from './named'

it('what is typed is taken as it stands', () => {
  expect(named('锦绣')).toBe("name LIKE '%锦绣%'")
  expect(named("O'Hara 50%_")).toBe("name LIKE '%O''Hara 50\\%\\_%'")
})
