import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { nextTick, ref } from 'vue'
import Tile from '#console/ui/Tile.vue'
import TileGrid from '#console/ui/TileGrid.vue'

const names = ref(['Asha', 'Ben', 'Chloe'])
const selected = ref<string[]>([])
const opened = ref<string[]>([])
let page: VueWrapper | undefined

function open(): VueWrapper {
  names.value = ['Asha', 'Ben', 'Chloe']
  selected.value = []
  opened.value = []
  page = mount(
    {
      components: { Tile, TileGrid },
      setup: () => ({ names, selected, opened }),
      template: `<TileGrid label="People" @select-all="selected = [...names]" @clear-selection="selected = []">
        <Tile v-for="name in names" :key="name" :label="name" selectable :select-label="'Select ' + name"
          :selected="selected.includes(name)"
          @update:selected="(on) => selected = on ? [...selected, name] : selected.filter((other) => other !== name)"
          @open="opened.push(name)" />
      </TileGrid>`,
    },
    { attachTo: document.body },
  )
  return page
}

function stops(wrapper: VueWrapper): string[] {
  return wrapper.findAll('[data-tile][tabindex="0"]').map((face) => face.text())
}

afterEach(() => page?.unmount())

test('Tab reaches one tile, arrows move it, and a tile that goes gives its place to another', async () => {
  const grid = open()
  await nextTick()
  expect(stops(grid)).toEqual(['Asha'])
  const first = grid.get<HTMLElement>('[data-tile]')
  first.element.focus()
  await first.trigger('keydown', { key: 'ArrowRight' })
  expect(document.activeElement?.textContent).toContain('Ben')
  expect(stops(grid)).toEqual(['Ben'])
  names.value = ['Asha', 'Chloe']
  await nextTick()
  await nextTick()
  expect(stops(grid)).toHaveLength(1)
})

test('Space ticks, Enter opens, Ctrl A takes all and Escape none', async () => {
  const grid = open()
  const ben = grid.findAll<HTMLElement>('[data-tile]')[1]
  if (!ben) throw new Error('no second tile')
  await ben.trigger('keydown', { key: ' ' })
  expect(selected.value).toEqual(['Ben'])
  expect(ben.text()).toContain('selected')
  expect(opened.value).toEqual([])
  await ben.trigger('click')
  expect(opened.value).toEqual(['Ben'])
  await ben.trigger('keydown', { key: 'a', ctrlKey: true })
  expect(selected.value).toEqual(['Asha', 'Ben', 'Chloe'])
  await ben.trigger('keydown', { key: 'Escape' })
  expect(selected.value).toEqual([])
})

test('the box in the corner ticks without opening', async () => {
  const grid = open()
  await grid.get('input[aria-label="Select Chloe"]').setValue(true)
  expect(selected.value).toEqual(['Chloe'])
  expect(opened.value).toEqual([])
})
