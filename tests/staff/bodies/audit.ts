import { answerChallenge, compareHousehold } from "../../../shared/audit/contract.ts";
import { staffIdOf } from "../../support/staff.ts";

/** A right body for each address of the auditor at which something is sent. */
export const bodies: Readonly<Record<string, unknown>> = {
  [compareHousehold.path]: { staff: staffIdOf("nobody"), from: "2026-03-25", to: "2026-03-31" },
  [answerChallenge.path]: { right: false, words: "查了当天的事项" },
};
