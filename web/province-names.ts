// The provinces by code, for whoever has to choose one of them all.
import { provinces } from "../shared/kernel/provinces.ts";

export const provinceNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(provinces).map(([digits, name]) => [`${digits}0000`, name]),
);
