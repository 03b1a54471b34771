/** Which words there are: what a disguised or misspelt word can stand for, and what must be left as it is. */
export interface Vocabulary {
  /** A word that phrases or training examples of risk are made of. */
  isCore(word: string): boolean
  /** Any word that ordinary texts use; a few that are none pass as well. */
  isCommon(word: string): boolean
}

/** Knows no word: nothing is taken for a disguise. */
export const noVocabulary: Vocabulary = { isCore: () => false, isCommon: () => true }
