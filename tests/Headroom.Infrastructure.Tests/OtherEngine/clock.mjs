// A virtual clock for an engine that knows only setTimeout and Date: time stands still while there is work, then jumps to the next timer.
const realSetImmediate = globalThis.setImmediate;
const RealDate = globalThis.Date;

let now = RealDate.parse('2026-01-01T00:00:00.000Z');
let sequence = 0;
let timers = [];

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [now] : args));
  }
  static now() {
    return now;
  }
};
globalThis.setTimeout = (callback, delay = 0, ...args) => {
  const timer = { at: now + Math.max(0, delay), order: sequence++, run: () => callback(...args) };
  timers.push(timer);
  return timer;
};
globalThis.clearTimeout = (timer) => {
  timers = timers.filter((other) => other !== timer);
};

/** The virtual instant, as Step Functions writes it. */
export const instant = () => new RealDate(now).toISOString();

/** Runs until `done` says so; every promise that can go on goes on before time moves. */
export async function runUntil(done) {
  for (let steps = 0; !done(); steps++) {
    if (steps > 200_000) throw new Error('the clock ran out of steps');
    for (let turn = 0; turn < 20 && !done(); turn++) await new Promise((resolve) => realSetImmediate(resolve));
    if (done()) return;
    const [next] = timers.sort((a, b) => a.at - b.at || a.order - b.order);
    if (!next) throw new Error('nothing is waiting, and nothing is done');
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.run();
  }
}
