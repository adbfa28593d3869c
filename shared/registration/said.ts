// What a form says anew, by the names of its fields; apart from the rest, because lists of submissions tell it.
import type { Declaration } from "../declaration/contract.ts";
import { Insurance } from "../registration.ts";
import { Keepable, type RegistrationAccepted } from "./form.ts";

type Said = Pick<RegistrationAccepted, "filled" | "kept" | "keptReasons">;

/** `confirm`: nothing; all that is registered is right. */
export function saidAnew(content: Said): string[] {
  const fields = Keepable.options.filter((field) => !content.kept.includes(field));
  const anew = [...fields, ...(reasonsSaidIn(content).length > 0 ? ["reasons"] : [])];
  return anew.length > 0 ? anew : ["confirm"];
}

export const reasonsSaidIn = ({ filled, keptReasons }: Said): Declaration[] =>
  Insurance.options.flatMap((insurance) => {
    const reasons = filled.reasons[insurance];
    return reasons && !keptReasons.includes(insurance) ? [{ insurance, reasons }] : [];
  });
