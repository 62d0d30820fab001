import type { StepMethod } from '../reading.ts';

export interface TreeStep {
  readonly method: StepMethod;
  /** The word through which the step led. */
  readonly token: number;
}

/** A word that a path reached, and what the engine did on the way. */
export interface Reached {
  readonly token: number;
  readonly steps: readonly TreeStep[];
}
