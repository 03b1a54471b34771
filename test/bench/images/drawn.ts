import { plain, png } from '#test/support/pictures/png.ts'

/** Colours of skin from the lightest to the darkest of the Fitzpatrick scale. */
const skins = [
  [244, 208, 177],
  [231, 180, 143],
  [210, 158, 124],
  [186, 119, 80],
  [165, 93, 43],
  [60, 32, 29],
] as const

type Colour = readonly [number, number, number]

const shade = (colour: Colour, by: number): Colour => {
  const [red, green, blue] = colour.map((part) => Math.max(0, Math.min(255, Math.round(part * by))))
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/** Shapes that a hasty model takes for a body: flat skin, light falling off over it, round forms, limbs, a face of ovals. */
const forms: Readonly<Record<string, (skin: Colour) => Buffer>> = {
  flat: (skin) => plain(256, 256, skin),
  falling: (skin) => png(256, 256, (x, y) => shade(skin, 0.6 + (x + y) / 800)),
  round: (skin) =>
    png(256, 256, (x, y) => {
      const far = Math.hypot(x - 128, y - 128) / 128
      return far > 0.9 ? [240, 240, 245] : shade(skin, 1.1 - far * 0.5)
    }),
  limbs: (skin) =>
    png(256, 256, (x, y) => (Math.abs((x + y / 3) % 90) < 45 ? shade(skin, 0.8 + y / 900) : [90, 110, 140])),
  oval: (skin) =>
    png(256, 256, (x, y) => {
      const isFace = ((x - 128) / 70) ** 2 + ((y - 128) / 95) ** 2 < 1
      const isEye = [98, 158].some((eye) => ((x - eye) / 14) ** 2 + ((y - 110) / 8) ** 2 < 1)
      if (isEye) return [30, 30, 40]
      return isFace ? shade(skin, 1 - Math.abs(x - 128) / 300) : [40, 90, 60]
    }),
}

/** Pictures drawn in the colours of skin, by name. */
export const drawn = (): [name: string, bytes: Buffer][] =>
  skins.flatMap((skin, index) =>
    Object.entries(forms).map(([form, draw]): [string, Buffer] => [
      `drawn/${form}-${index + 1}.png`,
      draw(skin),
    ]),
  )
