import { formatYuan } from "../../../shared/kernel/money.ts";

/** 1,234.50, and 600 without its fen. */
export const inYuan = (fen: number): string => formatYuan(fen).replace(/\.00$/, "");

/** To the whole yuan, for what is rough anyway. */
export const roughly = (fen: number): string => inYuan(Math.round(fen / 100) * 100);
