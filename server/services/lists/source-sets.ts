/**
 * Which sources name a site: each distinct set once, named by a number, so that millions of sites cost a number each. Number 0 is the
 * empty set. A member is a source, or what a source takes back.
 */
export class SourceSets {
  readonly #sets: (readonly number[])[] = [[]]
  readonly #numbers = new Map<string, number>([['', 0]])
  readonly #steps = new Map<number, number>()
  #lastStep = -1
  #lastMade = 0

  /** How many sets there are. */
  get size(): number {
    return this.#sets.length
  }

  /** Members of set `number`, smallest first. */
  membersOf(number: number): readonly number[] {
    return this.#sets[number] ?? []
  }

  /** The number of set `number` with one member more. */
  with(number: number, member: number): number {
    const step = number * 65_536 + member
    if (step === this.#lastStep) return this.#lastMade
    let made = this.#steps.get(step)
    if (made === undefined) {
      const members = this.membersOf(number)
      made = members.includes(member) ? number : this.#numberOf([...members, member])
      this.#steps.set(step, made)
    }
    this.#lastStep = step
    this.#lastMade = made
    return made
  }

  /** The number of set `number` without a member. */
  without(number: number, member: number): number {
    const members = this.membersOf(number)
    return members.includes(member) ? this.#numberOf(members.filter((one) => one !== member)) : number
  }

  #numberOf(members: readonly number[]): number {
    const sorted = members.toSorted((one, other) => one - other)
    const name = sorted.join()
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#sets.push(sorted)
    this.#numbers.set(name, this.#sets.length - 1)
    return this.#sets.length - 1
  }
}
