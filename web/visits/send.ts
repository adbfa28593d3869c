// The queue goes out: one after the other, in the order of the doors, and never from two tabs at once.
import type { Answer } from "../call.ts";
import { type Item, isDue, mayBecome } from "./item.ts";
import type { Shelf } from "./shelf.ts";
import type { Store } from "./store.ts";

/** `signed-out` sign in, and it goes on · `stopped` no network, or no answer: the rest waits · `elsewhere` another tab is at it. */
export type Went = "all" | "signed-out" | "stopped" | "elsewhere";
export type Sending = {
  shelf: Shelf;
  store: Store;
  /** Of this tab. */
  tab: string;
  send(item: Item): Promise<Answer<{ receipt?: string | undefined; status?: string | undefined }>>;
  now(): number;
  changed(): void;
};

const LEASE_MS = 30_000; // one answer takes 15 s at most (web/call.ts); it is renewed before each

/** Everything that is finished and has no receipt. What is refused waits to be mended and holds nobody up. */
export async function sendAll({ shelf, store, tab, send, now, changed }: Sending): Promise<Went> {
  const due = (await store.items()).filter(isDue);
  if (due.length === 0) return "all";
  try {
    for (const { key } of due) {
      if (!(await shelf.lease(tab, now(), LEASE_MS))) return "elsewhere";
      let before: Item["stage"] = "sent";
      const item = await store.change(key, (there) => {
        if (!there || !isDue(there)) return there;
        before = there.stage;
        return { ...there, stage: "sent" };
      });
      if (item?.stage !== "sent") continue; // opened again, or another tab had its receipt meanwhile
      changed();
      const went = await settled(item, before, await send(item), store);
      changed();
      if (went !== "all") return went;
    }
    return "all";
  } finally {
    await shelf.lease(tab, now(), 0);
  }
}

async function settled(
  item: Item,
  before: Item["stage"],
  answer: Awaited<ReturnType<Sending["send"]>>,
  store: Store,
): Promise<Went> {
  const become = (change: (there: Item) => Item) =>
    store.change(item.key, (there) => {
      const next = there && change(there);
      return next && mayBecome(there, next.stage) ? next : there;
    });
  /** What was typed goes with its receipt: it is the office's now. */
  const received = (receipt: string, status = "received") =>
    become(({ body: _, findings: __, before: ___, ...there }) => ({ ...there, typed: {}, stage: "received", receipt, status }));

  if (answer.is === "value") {
    await received(answer.value.receipt ?? "", answer.value.status);
    return "all";
  }
  if (answer.is === "outage") return "stopped"; // nobody knows whether it arrived: it stays `sent`, and goes out again as itself
  const { type, problem } = answer;
  if (type === "signed-out" || type === "wait" || type === "busy") {
    // This time it surely did not arrive; what left before may have.
    if (before === "ready") await become((there) => ({ ...there, stage: "ready" }));
    return type === "signed-out" ? type : "stopped";
  }
  if (type === "attempt-reused" && problem.receipt) {
    await received(problem.receipt); // it arrived once, and its receipt was lost on the way
    return "all";
  }
  const findings = problem.findings.length > 0 ? problem.findings : [{ code: `problem.${type}`, path: [] }];
  await become((there) => ({
    ...there,
    stage: "refused",
    findings: findings.map(({ code, path }) => ({ code, path: [...path] })),
  }));
  return "all";
}
