import * as v from "valibot";
import { expect, test } from "vitest";
import { Fault, logFailure, logMetric } from "../../functions/log.ts";
import { Phone } from "../../shared/kernel/fields.ts";
import { listen } from "../support/leak.ts";

const thrownBy = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};
const typed = "340422190302070134";

test.each([
  { what: "something typed", error: thrownBy(() => v.parse(Phone, typed)), code: "ValiError" },
  { what: "an error with words", error: new TypeError(`no ${typed}`), code: "TypeError" },
  { what: "an error that names a person", error: Object.assign(new Error(), { name: typed }), code: "unknown" },
  { what: "an error that names a person in letters", error: Object.assign(new Error(), { name: "林晓禾" }), code: "unknown" },
  { what: "a thrown string", error: typed, code: "unknown" },
  { what: "a fault of ours", error: new Fault("settle.foreign-event"), code: "settle.foreign-event" },
])("of $what only the code is printed", ({ error, code }) => {
  const heard = listen();
  logFailure(error, { path: "worker", requestId: "r1" });

  expect(heard.lines).toEqual([JSON.stringify({ code, path: "worker", requestId: "r1" })]);
});

test("a figure is a line that CloudWatch reads as a metric", () => {
  const heard = listen();
  logMetric("OutboxOldestSeconds", 61, "Seconds");
  const line = JSON.parse(heard.lines[0] ?? "");

  expect(line["OutboxOldestSeconds"]).toBe(61);
  expect(line._aws.CloudWatchMetrics).toEqual([
    { Namespace: "Canbaotong", Dimensions: [[]], Metrics: [{ Name: "OutboxOldestSeconds", Unit: "Seconds" }] },
  ]);
});
