import type { MapCriterion } from '../types.js';
import type { Circle } from './geometry.js';
import type { PlacedLabel } from './labels.js';

/** A criterion's disc. `collar` is the radius of everything that belongs to the disc itself. */
export interface PlacedCriterion {
  readonly criterion: MapCriterion;
  readonly circle: Circle;
  readonly collar: number;
  /** Absent where only the number is shown. */
  readonly label?: PlacedLabel;
}
