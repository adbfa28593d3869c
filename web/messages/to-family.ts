import { both } from "./both.ts";

export const toFamily = both({ check: "家人：替家人办、谁替我办" }, { check: "Family: act for a relative, who acts for me" });
