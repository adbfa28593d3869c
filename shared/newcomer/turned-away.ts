import type { Registration } from "../registration.ts";

/**
 * Somebody who said that they are new, and of whom the desk said that this cannot be. Nothing leads to such a registration any
 * more, so that the person whose number it really is can be registered.
 */
export const isTurnedAway = ({ status, verified, died }: Registration): boolean =>
  status === "closed" && verified === "unverified" && !died;
