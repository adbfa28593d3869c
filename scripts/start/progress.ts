const BAR = 30;

/** One line that fills up; on a terminal in its place, in a log a line for every tenth. */
export function progressOf(what: string): { show(part: number): void; end(text: string): void } {
  const onTerminal = process.stdout.isTTY === true;
  let shown = -1;
  return {
    show(part) {
      const percent = Math.floor(Math.min(1, Math.max(0, part)) * 100);
      const step = onTerminal ? percent : Math.floor(percent / 10) * 10;
      if (step <= shown) return;
      shown = step;
      const filled = Math.round((step / 100) * BAR);
      const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
      process.stdout.write(onTerminal ? `\r${what} ${bar} ${step} %` : `${what} ${step} %\n`);
    },
    end: (text) => void process.stdout.write(onTerminal ? `\r\u001b[K${what} ${text}\n` : `${what} ${text}\n`),
  };
}
