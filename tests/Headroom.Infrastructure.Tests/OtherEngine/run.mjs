// Runs one scenario of capacity-hold.asl.json on aws-local-stepfunctions and prints what happened as one JSON object.
// usage: node run.mjs DEFINITION SCENARIO
import { readFileSync } from 'node:fs';
import { instant, runUntil } from './clock.mjs';
import { Services, flags } from './services.mjs';
import { scenarios } from './scenarios.mjs';

// The engine asks for Node 22's Promise.withResolvers; the tests run from Node 20 on.
Promise.withResolvers ??= () => {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
// Jitter draws from Math.random: here it always draws the middle.
Math.random = () => 0.5;
const { StateMachine } = await import('aws-local-stepfunctions');

const [definitionFile, scenarioName] = process.argv.slice(2);
const definition = JSON.parse(readFileSync(definitionFile, 'utf8'));
const cloud = new Services();
const machine = new StateMachine(definition, { validationOptions: { checkArn: false } });
const executions = [];

/** Starts an execution; like Step Functions it knows its own ARN and when each state was entered. */
function start(name, input) {
  const arn = `arn:aws:states:us-east-1:123456789012:execution:capacity-hold:${name}`;
  const context = {
    Execution: { Id: arn, Name: name, StartTime: instant() },
    StateMachine: { Id: 'arn:aws:states:us-east-1:123456789012:stateMachine:capacity-hold' },
    State: {
      get EnteredTime() {
        return instant();
      },
    },
  };
  const running = machine.run(input, { overrides: { taskResourceLocalHandlers: cloud.handlers(definition) }, context, noThrowOnAbort: true });
  const execution = { name, arn, path: [], output: null, error: null, done: false, abort: () => running.abort() };
  executions.push(execution);
  cloud.executions.set(arn, 'RUNNING');
  (async () => {
    for await (const event of running.eventLogs) if (event.type.endsWith('StateEntered')) execution.path.push(event.state.name);
  })();
  running.result.then(
    (output) => finish(execution, output === null ? 'ABORTED' : 'SUCCEEDED', { output }),
    (error) => finish(execution, 'FAILED', { error: error.name, cause: error.message }),
  );
  return execution;
}

function finish(execution, status, more) {
  Object.assign(execution, more, { done: true, status });
  cloud.executions.set(execution.arn, status);
}

const at = (seconds) => new Date(Date.parse('2026-01-01T00:00:00.000Z') + seconds * 1000).toISOString();
const notification = (seconds, holdFor, more = {}) => ({
  target: 'service/shop/checkout',
  cluster: 'shop',
  service: 'checkout',
  action: 'hold',
  wanted: 2147483647,
  holdUntil: at(seconds + holdFor),
  startAt: at(seconds),
  reason: 'a push',
  notificationId: `at-${seconds}`,
  publishedAt: at(seconds),
  ...more,
});
const after = (seconds, act) => {
  let resolve;
  const done = new Promise((r) => (resolve = r));
  setTimeout(() => resolve(act()), seconds * 1000);
  return done;
};

let over = false;
const observed = {};
const story = scenarios[scenarioName]({ start, after, notification, cloud, flags, observed });
Promise.resolve(story).then(() => (over = true));
await runUntil(() => over && executions.every((execution) => execution.done));
console.log(
  JSON.stringify({
    endedAt: instant(),
    executions: executions.map(({ name, path, output, error, cause, status }) => ({ name, status, path, output, error, cause })),
    events: cloud.events,
    items: cloud.items.size,
    target: cloud.target,
    started: cloud.started,
    observed,
  }),
);
