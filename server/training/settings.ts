/** All numbers of the training, in one place. */
export const settings = {
  seed: 20_261_126,
  /** Texts made of one template. */
  textsPerRisk: 24,
  textsPerInnocent: 30,
  /** What a template's texts count together (spread over the root of their number), and each of them besides. */
  templateWeight: 2,
  textWeight: 0.5,
  /** Innocent texts of corpora whose likeliest category has a logit above are hard; at most so many are learnt from once more, and count so much. */
  hardFrom: -3,
  hardInnocents: 8000,
  hardWeight: 1,
  /** Features that fewer examples show are not looked at. */
  fewestExamples: 3,
  /** Features that are kept, as many as fit into half a megabyte, and the steps in which each weight is rounded, up and down. */
  features: 47_500,
  steps: 5,
  /** AdaGrad: passes before and after features are chosen, step, and how strongly weights are pulled to nought. */
  firstPasses: 2,
  passes: 5,
  /** As many fits, in different orders, are averaged. */
  fits: 3,
  step: 0.12,
  decay: 2e-6,
  /** No example is taken to be surer than this leaves open (label smoothing, Szegedy et al. 2016): a model less sure of what it has seen is righter on what it has not. */
  doubt: 0.005,
  /** Gradients below are not followed. */
  smallestGradient: 0.002,
  /** Of innocent texts so many may pass one label's threshold. */
  falseRates: { page: 0.0002, query: 0.0004, typed: 0.0025 },
  /** Thresholds lie between these logits, and so far above the innocent text that sets them. */
  lowestLogit: { page: -1.5, query: -1.5, typed: -1 },
  highestLogit: { page: 3, query: 1.8, typed: 1.6 },
  margin: 0.1,
  /** In so many templates of risk a core word stands. */
  coreWordIn: 4,
  /** Words of ordinary texts seen so often count as common; bits for each of them. */
  commonWordSeen: 3,
  bitsPerWord: 6,
} as const
