// The services that capacity-hold.asl.json calls, as small as its tests allow: one table, one scalable target, one service.
import { instant } from './clock.mjs';

class ServiceError extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

const plain = (value) => (value === undefined ? undefined : 'N' in value ? Number(value.N) : value.S);

/** DynamoDB's expressions, as far as the state machine writes them. */
function expression(text, item, parameters) {
  const names = parameters.ExpressionAttributeNames ?? {};
  const values = parameters.ExpressionAttributeValues ?? {};
  const read = (token) => (token.startsWith(':') ? values[token] : item?.[names[token] ?? token]);
  return { read, condition: () => condition(text, read), exists: () => item !== undefined };
}

function condition(text, read) {
  const code = text
    .replace(/attribute_not_exists\((#?\w+)\)/g, (_, token) => String(read(token) === undefined))
    .replace(/(#?\w+) (<>|<=|>=|=|<|>) (:\w+)/g, (_, left, operator, right) => String(compare(plain(read(left)), operator, plain(read(right)))))
    .replaceAll(' AND ', ' && ')
    .replaceAll(' OR ', ' || ');
  if (!/^[\s()&|truefals]*$/.test(code)) throw new Error(`condition not understood: ${code}`);
  return new Function(`return ${code};`)();
}

const compare = (left, operator, right) =>
  left !== undefined &&
  { '<>': left !== right, '=': left === right, '<': left < right, '<=': left <= right, '>': left > right, '>=': left >= right }[operator];

function assigned(right, read) {
  const orElse = /^if_not_exists\((#?\w+), (:\w+)\)$/.exec(right);
  if (orElse) return read(orElse[1]) ?? read(orElse[2]);
  const append = /^list_append\((if_not_exists\(.*\)), (:\w+)\)$/.exec(right);
  if (append) return { L: [...assigned(append[1], read).L, ...read(append[2]).L] };
  return read(right);
}

/** One cloud: its state, what was asked of it, and the calls that it refuses. */
export class Services {
  items = new Map();
  target = registered(1, 1, 5);
  service = { Status: 'ACTIVE', DesiredCount: 1, RunningCount: 1, Deployments: [{ RolloutState: 'COMPLETED', FailedTasks: 0 }], LoadBalancers: [] };
  healthy = 0;
  schedules = [];
  reckoned = { missed: [] };
  events = [];
  refuses = new Map();
  executions = new Map();
  started = [];

  handlers(definition) {
    const handlers = {};
    const visit = (states) => {
      for (const [name, state] of Object.entries(states)) {
        if (state.Type === 'Task') handlers[name] = async (parameters) => structuredClone(this.call(state.Resource.split(':').slice(-2).join(':'), parameters));
        if (state.ItemProcessor) visit(state.ItemProcessor.States);
      }
    };
    visit(definition.States);
    return handlers;
  }

  call(operation, parameters) {
    const refused = this.refuses.get(operation);
    if (refused) throw new ServiceError(refused, `${operation} is refused`);
    return this[operation](parameters);
  }

  'dynamodb:updateItem'(parameters) {
    const key = parameters.Key.target.S;
    const item = this.items.get(key);
    const { read } = expression('', item, parameters);
    if (!condition(parameters.ConditionExpression, read)) throw new ServiceError('DynamoDb.ConditionalCheckFailedException', 'The conditional request failed');
    const changed = { ...(item ?? parameters.Key) };
    for (const assignment of parameters.UpdateExpression.replace('SET ', '').split(/, (?=#?\w+ = )/)) {
      const [left, right] = assignment.split(/ = (.*)/);
      changed[parameters.ExpressionAttributeNames[left] ?? left] = assigned(right, read);
    }
    this.items.set(key, changed);
    return { Attributes: changed };
  }

  'dynamodb:getItem'(parameters) {
    const item = this.items.get(parameters.Key.target.S);
    return item ? { Item: item } : {};
  }

  'dynamodb:deleteItem'(parameters) {
    const key = parameters.Key.target.S;
    const { read } = expression('', this.items.get(key), parameters);
    if (!condition(parameters.ConditionExpression, read)) throw new ServiceError('DynamoDb.ConditionalCheckFailedException', 'The conditional request failed');
    this.items.delete(key);
    return {};
  }

  'dynamodb:scan'() {
    return { Items: [...this.items.values()], Count: this.items.size };
  }

  'applicationautoscaling:describeScalableTargets'() {
    return { ScalableTargets: this.target ? [this.target] : [] };
  }

  'applicationautoscaling:describeScheduledActions'({ NextToken }) {
    return { ScheduledActions: this.schedules.slice(NextToken ? 1 : 0, NextToken ? 2 : 1), ...(!NextToken && this.schedules.length > 1 ? { NextToken: 'more' } : {}) };
  }

  'lambda:invoke'({ Payload }) {
    return { Payload: this.reckoned instanceof Function ? this.reckoned(Payload) : this.reckoned, StatusCode: 200 };
  }

  'elasticloadbalancingv2:describeTargetHealth'() {
    return { TargetHealthDescriptions: [...Array(this.service.RunningCount).keys()].map((n) => ({ TargetHealth: { State: n < this.healthy ? 'healthy' : 'initial' } })) };
  }

  'applicationautoscaling:registerScalableTarget'({ MinCapacity, MaxCapacity = this.target.MaxCapacity, SuspendedState }) {
    if (this.service.Status === 'INACTIVE') throw new ServiceError('ApplicationAutoScaling.ValidationException', "ECS service doesn't exist: service/shop/checkout");
    if (MinCapacity > MaxCapacity) throw new ServiceError('ApplicationAutoScaling.ValidationException', 'Maximum capacity cannot be less than minimum capacity');
    this.target = { ...this.target, MinCapacity, MaxCapacity, SuspendedState };
    this.desire(Math.min(Math.max(this.service.DesiredCount, MinCapacity), this.target.MaxCapacity));
    return { ScalableTargetARN: this.target.ScalableTargetARN };
  }

  'ecs:describeServices'() {
    return { Services: this.service ? [this.service] : [], Failures: [] };
  }

  'ecs:updateService'({ DesiredCount }) {
    this.desire(DesiredCount);
    return { Service: this.service };
  }

  'events:putEvents'({ Entries }) {
    for (const { DetailType, Detail } of Entries) this.events.push({ at: instant(), type: DetailType, detail: Detail });
    return { FailedEntryCount: 0, Entries: [] };
  }

  'sfn:describeExecution'({ ExecutionArn }) {
    const status = this.executions.get(ExecutionArn);
    if (!status) throw new ServiceError('Sfn.ExecutionDoesNotExistException', `Execution Does Not Exist: '${ExecutionArn}'`);
    return { Status: status };
  }

  'sfn:startExecution'({ Input }) {
    this.started.push(JSON.parse(Input));
    return { ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:capacity-hold:recovery', StartDate: instant() };
  }

  desire(count) {
    this.service = { ...this.service, DesiredCount: count };
    setTimeout(() => {
      this.service = { ...this.service, RunningCount: this.service.DesiredCount };
    }, 45_000);
  }
}

export const registered = (number, MinCapacity, MaxCapacity) => ({
  ScalableTargetARN: `arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/${number}`,
  MinCapacity,
  MaxCapacity,
  SuspendedState: flags(false, false, false),
});

export const flags = (scaleIn, scaleOut, scheduled) => ({
  DynamicScalingInSuspended: scaleIn,
  DynamicScalingOutSuspended: scaleOut,
  ScheduledScalingSuspended: scheduled,
});
