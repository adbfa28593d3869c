import type { TransferWish } from "../../../shared/transfer/contract.ts";

/** A switch between the pensions the other way round: for who has too few years at work. */
export const otherWay = (wish: Extract<TransferWish, { kind: "pension-switch" }>): TransferWish => ({
  ...wish,
  ...{ from: wish.to, to: wish.from },
  toward: wish.toward === "employee" ? "resident" : "employee",
});
