import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { h } from 'vue'
import Field from '#console/ui/Field.vue'
import Select from '#console/ui/Select.vue'
import TextArea from '#console/ui/TextArea.vue'
import TextInput from '#console/ui/TextInput.vue'

test('the label, hint and error belong to the control', () => {
  const field = mount(Field, {
    props: { label: 'Room', hint: 'Where you are.', error: 'No such room.', required: true },
    slots: { default: () => h(TextInput) },
  })
  const input = field.get('input')
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
  const said = input
    .attributes('aria-describedby')
    ?.split(' ')
    .map((id) => field.get(`[id="${id}"]`).text())
  expect(said).toEqual(['Where you are.', 'No such room.'])
  expect(input.attributes('aria-invalid')).toBe('true')
  expect(input.attributes('required')).toBeDefined()
  expect(field.get('[role=alert]').text()).toBe('No such room.')
})

test('a text area counts what is left and is described by it', async () => {
  const area = mount(TextArea, { props: { maxlength: 10, modelValue: '' } })
  await area.get('textarea').setValue('four')
  expect(area.emitted('update:modelValue')?.at(-1)).toEqual(['four'])
  await area.setProps({ modelValue: 'four' })
  const id = area.get('textarea').attributes('aria-describedby')
  expect(area.get(`[id="${id}"]`).text()).toBe('6 characters left')
})

test('a select offers the options and tells the chosen value', async () => {
  const options = [
    { value: 'a', label: 'Room 12' },
    { value: 'b', label: 'Library' },
  ]
  const select = mount(Select, { props: { options, placeholder: 'Choose' } })
  expect(select.findAll('option').map((option) => option.text())).toEqual(['Choose', 'Room 12', 'Library'])
  await select.get('select').setValue('b')
  expect(select.emitted('update:modelValue')?.at(-1)).toEqual(['b'])
})
