const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const given = words(`
  Amara Oliver Zainab Noah Priya Callum Mei Tomasz Freya Idris Sofia Rhys Anika Kwame Isla Mateo Leila Finlay Hana Dylan
  Chidi Elodie Yusuf Niamh Arjun Matilda Kofi Rosa Ewan Sana Theo Imani Lukas Bronwen Rafael Aisha Gethin Nadia Otis Mina
  Jonah Safiya Kaito Esme Bilal Cerys Ravi Tilda Emeka Flora Zeki Orla Samir Willow Dario Nia Kenji Ada Marek Ines`)

const family = words(`
  Thornquill Adeyemi-Vale Brackenfield Osei-Marsh Fennimore Kaur-Lockwood Wrenfield Nowicki-Pell Ashgrove Rahman-Tide
  Larkspur Mbeki-Stone Hollowell Castellan Greywater Ito-Hartley Penhallow Demir-Fields Quickthorn Banerjee-Holt
  Marshlight Okoro-Finch Sandpiper Volkov-Reed Merrydew Haddad-Moor Winterbourne Tanaka-Vale Bellweather Sol-Ferris`)

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? ''

/** The nth invented pupil: every name once for the first sixty. No such family names exist. */
export const pupilName = (index: number): string =>
  `${at(given, index)} ${at(family, index * 7 + Math.floor(index / family.length))}`

/** The nth invented member of staff, with a title. */
export const staffName = (index: number): string =>
  `${at(['Ms', 'Mr', 'Mrs', 'Dr', 'Mr', 'Miss'], index)} ${at(family, index * 11 + 3)}`
