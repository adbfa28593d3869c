import type * as v from "valibot";

/** One route, said once: the API obeys it, the pages call by it, the OpenAPI document is made from it. `path` is below /api. */
export type Contract = {
  method: "GET" | "POST" | "DELETE" | "PUT";
  path: string;
  /** One sentence for the OpenAPI document. */
  title: string;
  signedIn: boolean;
  /** Wants an Idempotency-Key. */
  attempt?: true;
  body?: v.GenericSchema;
  query?: v.GenericSchema;
  status: 200 | 201 | 202 | 204;
  reply?: v.GenericSchema;
};
