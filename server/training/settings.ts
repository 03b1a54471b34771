/** All numbers of the training, in one place. */
export const settings = {
  seed: 20_261_126,
  /** Texts made of one template. */
  textsPerRisk: 60,
  textsPerInnocent: 80,
  /** What a template's texts count together (spread over the root of their number), and each of them besides. */
  templateWeight: 2,
  textWeight: 0.5,
  /** Features that fewer examples show are not looked at. */
  fewestExamples: 3,
  /** Features and weights that are kept: as many as fit into half a megabyte. */
  features: 32_000,
  weights: 108_000,
  /** AdaGrad: passes before and after features are chosen, step, and how strongly weights are pulled to nought. */
  firstPasses: 2,
  passes: 4,
  step: 0.12,
  decay: 2e-6,
  /** Gradients below are not followed. */
  smallestGradient: 0.002,
  /** Of innocent texts so many may pass one label's threshold. */
  falseRates: { page: 0.0002, query: 0.0004, typed: 0.0025 },
  /** Thresholds lie between these logits, and so far above the innocent text that sets them. */
  lowestLogit: { page: -1.5, query: -2, typed: -2 },
  highestLogit: { page: 2, query: 1.4, typed: 1.6 },
  margin: 0.1,
  /** Words of corpora seen so often count as common; bits for each of them. */
  commonWordSeen: 2,
  bitsPerWord: 6,
} as const
