/** zh-CN is written first; English says all of it. */
export type Lang = "zh" | "en";

type Same<Zh> = { readonly [Key in keyof Zh]: Zh[Key] extends string ? string : Same<Zh[Key]> };

/** One text in both languages. What one of them lacks, or has too much, does not compile. */
/* @__NO_SIDE_EFFECTS__ */
export const both = <const Zh extends object>(zh: Zh, en: Same<Zh>): { zh: Zh; en: Same<Zh> } => ({ zh, en });
