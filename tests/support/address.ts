// Where a contract is served: with a sample in the place of everything that its address wants to name.
import type { Contract } from "../../shared/kernel/contract.ts";

const samples: Record<string, string> = {
  receipt: "C7K2-94MD-61QX",
  id: "6f1c0f0e-6f0b-4b57-9a52-0d6f6c1b7a11",
  draft: "0b8f7e1c-52a4-4a53-8f3e-5d8f4f0f2c22",
  purpose: "reason",
  month: "2026-03",
  delegation: "D-C7K2-94MD-61QX",
};

/** `part` stands in the place of every name instead. */
export const addressOf = (path: string, part?: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => part ?? samples[name] ?? name);

/** What its query may not lack, by name. */
export function queryOf({ query }: Contract): Record<string, string> {
  const entries = Object.entries((query as { entries?: Record<string, { type: string }> } | undefined)?.entries ?? {});
  return Object.fromEntries(entries.flatMap(([name, { type }]) => (type === "optional" ? [] : [[name, samples[name] ?? ""]])));
}

export const searchOf = (query: Record<string, string>): string =>
  Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : "";
