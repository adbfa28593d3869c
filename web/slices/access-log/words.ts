import type { Logged } from "../../../shared/access-log/contract.ts";
import type { accessLogSays } from "../../messages/access-log.ts";
import type { KitWords } from "../../messages/kit.ts";
import type { limitedSays } from "../../messages/submissions.ts";

/** And, by name, roles, purposes and fields that may not be in it yet. */
export type Words = KitWords &
  Record<keyof typeof accessLogSays.zh | keyof typeof limitedSays.zh, string> & { [name: string]: string };

/** What stands in the text that was hashed; nothing is shown that was not. */
export type LookShown = {
  kind?: string;
  by?: string;
  role?: string;
  agency?: string;
  workNumber?: string;
  purpose?: string;
  reason?: string;
  ticket?: string;
  receipt?: string;
  fields?: string[];
  evidence?: string;
  /** Of who acts for an adult: their name, masked, and what for. */
  calls?: string;
  scope?: string;
};

/** A row that somebody spoilt may be anything: it is then shown as one that says nothing. */
export function lookIn({ text }: Logged): LookShown {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    if (typeof read !== "object" || read === null) return {};
    const told: LookShown = {};
    for (const [name, value] of Object.entries(read)) {
      if (name === "fields" && Array.isArray(value)) told.fields = value.filter((one) => typeof one === "string");
      else if (typeof value === "string") told[name as Exclude<keyof LookShown, "fields">] = value;
    }
    return told;
  } catch {
    return {};
  }
}

/** Whose look it was. What is shown later, and what is gone, may have been anybody's of the staff. */
export function kindOf(row: Logged): "own" | "family" | "staff" {
  const { kind } = lookIn(row);
  if (kind === "session" || kind === "copy") return "own";
  return kind === "parent" || kind === "delegate" ? "family" : "staff";
}
