import { computed, inject, provide, useId, type ComputedRef, type InjectionKey } from 'vue'

/** What a control needs to know about the label, hint and error around it. */
export interface FieldContext {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

const fieldKey: InjectionKey<ComputedRef<FieldContext>> = Symbol('field')

/** Gives the controls inside a Field its ids and state. */
export function provideField(field: ComputedRef<FieldContext>): void {
  provide(fieldKey, field)
}

/** The Field around this control; outside one, an id of its own and no state. */
export function useField(): ComputedRef<FieldContext> {
  const id = useId()
  const alone = computed<FieldContext>(() => ({
    id,
    describedBy: undefined,
    invalid: false,
    required: false,
  }))
  return inject(fieldKey, alone)
}
