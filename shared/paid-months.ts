// One calendar year of payments, as short as it can be kept: months that are alike are written once.
//   "+chqw0.1f40.2u80"  twelve months paid: base, personal, unit and subsidy fen in base 36, zeroes at the end left out
//   "-6+4hqw0!2hqw0"    six months nothing, four paid, two owed, each on a base of 8,280.00

/** Amounts of one month, in fen. `base`: the wage or tier that the contribution was reckoned from. */
export type PaidMonth = {
  readonly state: "paid" | "owed" | "none";
  readonly base: number;
  readonly personal: number;
  readonly unit: number;
  readonly subsidy: number;
};

export const MONTHS_A_YEAR = 12;
export const noPayment: PaidMonth = { state: "none", base: 0, personal: 0, unit: 0, subsidy: 0 };

const signs = { paid: "+", owed: "!", none: "-" } as const satisfies Record<PaidMonth["state"], string>;
const states: Record<string, PaidMonth["state"]> = { "+": "paid", "!": "owed", "-": "none" };
const RUN = /([+!-])([1-9a-c])([0-9a-z.]*)/g; // a run of up to twelve has one hexadecimal digit
const PACKED = /^(?:[+!-][1-9a-c][0-9a-z.]*)+$/;
const FEN = 36;

/** Twelve entries, January first. Amounts are whole fen, not negative. */
export function packMonths(months: readonly PaidMonth[]): string {
  if (months.length !== MONTHS_A_YEAR) throw new RangeError("a year has twelve months");
  const runs: { text: string; sign: string; length: number }[] = [];
  for (const month of months) {
    const [text, sign] = [amountsOf(month), signs[month.state]];
    const run = runs.at(-1);
    if (run?.sign === sign && run.text === text) run.length++;
    else runs.push({ text, sign, length: 1 });
  }
  return runs.map(({ sign, length, text }) => sign + length.toString(16) + text).join("");
}

export function unpackMonths(packed: string): PaidMonth[] {
  const months: PaidMonth[] = [];
  for (const { state, length, text } of runsOf(packed)) {
    const [base = 0, personal = 0, unit = 0, subsidy = 0] = text.split(".").map((fen) => (fen ? Number.parseInt(fen, FEN) : 0));
    const month = { state, base, personal, unit, subsidy };
    for (let i = 0; i < length; i++) months.push(month);
  }
  return months;
}

/** `ppppppoo----`: the months of a packed year without their amounts. */
export const statesOf = (packed: string): string =>
  runsOf(packed)
    .map(({ state, length }) => (state === "none" ? "-" : state.charAt(0)).repeat(length))
    .join("");

function runsOf(packed: string) {
  const runs = [...packed.matchAll(RUN)].map(([, sign = "", length = "", text = ""]) => ({
    state: states[sign] ?? "none",
    length: Number.parseInt(length, 16),
    text,
  }));
  const months = runs.reduce((sum, { length }) => sum + length, 0);
  if (!PACKED.test(packed) || months !== MONTHS_A_YEAR) throw new RangeError("not a packed year");
  return runs;
}

function amountsOf({ base, personal, unit, subsidy }: PaidMonth): string {
  return [base, personal, unit, subsidy].map(inBase36).join(".").replace(/\.+$/, "");
}

function inBase36(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError("whole fen, not negative");
  return fen === 0 ? "" : fen.toString(FEN);
}
