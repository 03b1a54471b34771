/** Emoji that say a word, by that word: what stands there is read as if it were written. Others count as words of their own. */
const emojiByWord: Readonly<Record<string, string>> = {
  gun: '🔫',
  bomb: '💣🧨',
  knife: '🔪🗡',
  pills: '💊',
  cocaine: '❄',
  weed: '🍁🌿🥦',
  'drug dealer': '🔌',
  porn: '🌽',
  corpse: '⚰🪦',
  nudes: '🍑🍆',
  vomit: '🤮',
  sick: '🤢',
  monkey: '🐒🐵🙈',
  rat: '🐀🐁',
  pig: '🐖🐷',
  dog: '🐕🐶',
  snake: '🐍',
  cockroach: '🪳',
  trash: '🗑',
  shit: '💩',
  'middle finger': '🖕',
  gay: '🌈',
  trans: '⚧',
  jew: '✡',
  muslim: '☪🕌👳🧕',
  disabled: '♿',
  banana: '🍌',
  camera: '📷📸',
  dice: '🎲',
  slots: '🎰',
  syringe: '💉',
  cigarette: '🚬',
  beer: '🍺🍻',
  blood: '🩸',
  skull: '💀☠',
  clown: '🤡',
}

const words = new Map(
  Object.entries(emojiByWord).flatMap(([word, pictures]) => Array.from(pictures).map((each) => [each, word])),
)

/** The words that an emoji says, or the emoji itself. */
export const wordsOfPicture = (picture: string): string => words.get(picture) ?? picture
