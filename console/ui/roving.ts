import { inject, onBeforeUnmount, provide, shallowRef, type InjectionKey, type Ref } from 'vue'

/** The one member of a group that Tab reaches; arrow keys move it. */
interface Roving {
  active: Ref<string | undefined>
  join(id: string): void
  leave(id: string): void
}

const rovingKey: InjectionKey<Roving> = Symbol('roving')

/** Makes this component the group. The first member to join is the first that Tab reaches. */
export function provideRoving(): Roving {
  const members = new Set<string>()
  const active = shallowRef<string>()
  const roving: Roving = {
    active,
    join(id) {
      members.add(id)
      active.value ??= id
    },
    leave(id) {
      members.delete(id)
      if (active.value === id) active.value = members.values().next().value
    },
  }
  provide(rovingKey, roving)
  return roving
}

/** Joins the group around this component; alone, a member is always reached by Tab. */
export function useRoving(id: string): Ref<string | undefined> {
  const roving = inject(rovingKey, undefined)
  if (!roving) return shallowRef<string | undefined>(id)
  roving.join(id)
  onBeforeUnmount(() => roving.leave(id))
  return roving.active
}
