// What a register ought to do with submissions, in as few words as possible: the reference that histories are held against.
export type Item = "card" | "contact" | "hukou";
export type Status = "received" | "applied" | "refused" | "in-review" | "overtaken" | "withdrawn";
type Known = { value: number; acceptedAt: string };
type Asked = { item: Item; value: number; acceptedAt: string; status: Status };
export type Verdict = "applied" | "refused" | "withdrawn";

/** One person. Values are numbers: which of a few cards or addresses it is. The latest word holds, in whatever order words arrive. */
export function aModel() {
  const said = new Map<Item, Known>();
  const asked = new Map<string, Asked>();
  let versions = 0;

  return {
    submit: (receipt: string, item: Item, value: number, acceptedAt: string) =>
      void asked.set(receipt, { item, value, acceptedAt, status: "received" }),
    /** What becomes of it if its turn is now. */
    foretell(receipt: string, decided?: { verdict: Verdict; at: string }): Status {
      const { item, acceptedAt, status } = asked.get(receipt)!;
      if (status !== (decided ? "in-review" : "received")) return status; // its turn was before
      if (decided && decided.verdict !== "applied") return decided.verdict;
      if ((decided?.at ?? acceptedAt) < (said.get(item)?.acceptedAt ?? "")) return "overtaken";
      return item === "hukou" && !decided ? "in-review" : "applied";
    },
    settle(receipt: string, status: Status, decidedAt?: string) {
      const one = asked.get(receipt)!;
      if (one.status === status) return;
      one.status = status;
      if (status !== "applied") return;
      said.set(one.item, { value: one.value, acceptedAt: decidedAt ?? one.acceptedAt });
      versions++;
    },
    holds: (item: Item) => said.get(item)?.value,
    statusOf: (receipt: string) => asked.get(receipt)!.status,
    receipts: () => [...asked.keys()],
    inReview: () => [...asked].filter(([, { status }]) => status === "in-review").map(([receipt]) => receipt),
    versions: () => versions,
  };
}
export type Model = ReturnType<typeof aModel>;
