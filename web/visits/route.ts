// A route as the visits' pages call it: held to its contract by its type. A whole contract would weigh more than the page; what is
// sent is held to it by tests/visits-page/body.test.ts.
import type * as v from "valibot";

export type Of<Route extends { method: string; path: string; status: number }> = Pick<Route, "method" | "path" | "status"> & {
  title: string;
  signedIn: boolean;
  body?: v.GenericSchema;
  reply?: v.GenericSchema;
};
export const plain = { title: "", signedIn: false } as const;
