import { both } from "./both.ts";

/** Where the page of my insurance leads besides. */
export const toFamily = both({ check: "家人：替家人办、谁替我办" }, { check: "Family: act for a relative, who acts for me" });
export const toTransfer = both({ check: "转移社保" }, { check: "Move my insurance" });
