// What happens, to whom and when (seconds); the expectations are in AnotherEngineTests.cs.
import { registered } from './services.mjs';

export const scenarios = {
  async plain({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async partial({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300, { wanted: 3 }));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async extension({ start, after, notification }) {
    start('first', notification(0, 300));
    await after(200, () => start('second', notification(200, 300)));
  },

  async covered({ start, after, notification }) {
    start('first', notification(0, 300));
    await after(100, () => start('second', notification(100, 60)));
  },

  async atOnce({ start, notification }) {
    start('first', notification(0, 300));
    start('second', notification(0, 301));
  },

  async takeover({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300, { wanted: 2 }));
    await after(100, () => start('second', notification(100, 100, { wanted: 4 })));
    await after(150, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async release({ start, after, notification }) {
    start('first', notification(0, 300));
    await after(100, () => start('release', notification(100, 600, { action: 'release', wanted: 0 })));
  },

  async nothingToRelease({ start, notification }) {
    start('release', notification(0, 600, { action: 'release', wanted: 0 }));
  },

  async lateRelease({ start, after, notification }) {
    start('first', notification(0, 300));
    await after(50, () => start('release', notification(-10, 600, { action: 'release', wanted: 0 })));
  },

  async expired({ start, notification }) {
    start('first', notification(-400, 300));
  },

  async degraded({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException');
    start('first', notification(0, 300));
    await after(200, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // The second does not rely on the first, which holds nothing: it takes over and tries again.
  async degradedThenAgain({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException');
    start('first', notification(0, 600));
    await after(200, () => cloud.refuses.clear());
    start('second', notification(200, 300));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // The second wants less than the first tried; the first one's notification still counts.
  async degradedThenSmaller({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException');
    start('first', notification(0, 600));
    await after(200, () => cloud.refuses.clear());
    start('second', notification(200, 300, { wanted: 2 }));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // What was refused is tried again by the guard that a sweep starts.
  async degradedThenSwept({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException');
    start('first', notification(0, 600));
    await after(200, () => cloud.refuses.clear());
    start('sweep', { action: 'sweep' });
    await after(1, () => start('guard', cloud.started[0]));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // The table of holds answers nobody for three minutes; the first hold would be over by then.
  async unreachedTable({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('dynamodb:updateItem', 'DynamoDb.ThrottlingException');
    start('first', notification(0, 120));
    start('second', notification(0, 600));
    await after(180, () => cloud.refuses.clear());
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async unreachedRelease({ start, after, notification, cloud }) {
    start('first', notification(0, 1200));
    await after(60, () => cloud.refuses.set('dynamodb:updateItem', 'DynamoDb.ThrottlingException'));
    start('release', notification(60, 600, { action: 'release', wanted: 0 }));
    await after(180, () => cloud.refuses.clear());
  },

  async degradedAndRecovered({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException');
    const first = start('first', notification(0, 600, { wanted: 3 }));
    await after(200, () => cloud.refuses.clear());
    first.abort();
    await after(1, () => start('recovery', { action: 'recover', executionArn: first.arn, target: 'service/shop/checkout' }));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // Application Auto Scaling does not answer for six minutes; meanwhile a second joins for longer.
  async unreadableTarget({ start, after, notification, cloud, observed }) {
    cloud.refuses.set('applicationautoscaling:describeScalableTargets', 'ApplicationAutoScaling.InternalServiceException');
    start('first', notification(0, 240));
    await after(120, () => start('second', notification(120, 1200)));
    await after(240, () => cloud.refuses.clear());
    await after(200, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async neverReadable({ start, notification, cloud }) {
    cloud.refuses.set('applicationautoscaling:describeScalableTargets', 'ApplicationAutoScaling.InternalServiceException');
    start('first', notification(0, 240));
  },

  async noTarget({ start, notification, cloud }) {
    cloud.target = null;
    start('first', notification(0, 300));
  },

  async changedMeanwhile({ start, after, notification, cloud, flags }) {
    cloud.target = { ...cloud.target, SuspendedState: flags(false, false, true) };
    start('first', notification(0, 300));
    await after(200, () => (cloud.target = { ...cloud.target, MinCapacity: 2 }));
  },

  // A person lowers both limits; the next owner's floor is the lowered maximum, and the original minimum lies above it.
  async maximumLowered({ start, after, notification, cloud, observed }) {
    cloud.target = { ...cloud.target, MinCapacity: 3 };
    start('first', notification(0, 300, { wanted: 4 }));
    await after(100, () => (cloud.target = { ...cloud.target, MinCapacity: 2, MaxCapacity: 2 }));
    await after(1, () => start('second', notification(101, 300)));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // The second cannot read its target and keeps the two tasks that are held; the third wants what the second wanted, and must get it.
  async keptAsItWas({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 900, { wanted: 2 }));
    await after(100, () => cloud.refuses.set('applicationautoscaling:describeScalableTargets', 'ApplicationAutoScaling.InternalServiceException'));
    start('second', notification(100, 800, { wanted: 4 }));
    await after(200, () => cloud.refuses.clear());
    start('third', notification(300, 600, { wanted: 4 }));
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // Two pages of one action each: the second adds to what the first gave.
  async missedSchedules({ start, after, notification, cloud }) {
    cloud.schedules = [{ ScheduledActionName: 'night' }, { ScheduledActionName: 'evening' }];
    cloud.reckoned = ({ missed, actions }) => ({ missed: [...missed, { name: actions[0].ScheduledActionName }], minimum: 2, ...(missed.length > 0 ? { maximum: 3 } : {}) });
    start('first', notification(0, 300));
  },

  // The calendar fails: the hold ends as it was to, and says so.
  async noCalendar({ start, after, notification, cloud }) {
    cloud.schedules = [{ ScheduledActionName: 'night' }];
    cloud.refuses.set('lambda:invoke', 'Lambda.Unknown');
    start('first', notification(0, 300));
  },

  // It answers with something else.
  async oddCalendar({ start, after, notification, cloud }) {
    cloud.schedules = [{ ScheduledActionName: 'night' }];
    cloud.reckoned = 'good evening';
    start('first', notification(0, 300));
  },

  // The release's call landed and its answer was lost: the recovery finds the schedule's values and is content.
  async missedScheduleTwice({ start, after, notification, cloud, flags }) {
    cloud.schedules = [{ ScheduledActionName: 'night' }];
    cloud.reckoned = { missed: [{ name: 'night' }], minimum: 2, maximum: 3 };
    const first = start('first', notification(0, 300));
    await after(100, () => first.abort());
    await after(300, () => (cloud.target = { ...cloud.target, MinCapacity: 2, MaxCapacity: 3, SuspendedState: flags(false, false, false) }));
    await after(1, () => start('recovery', { action: 'recover', executionArn: first.arn, target: 'service/shop/checkout' }));
  },

  // A minimum above the maximum is what AWS would refuse for ever.
  async missedMinimumTooHigh({ start, after, notification, cloud }) {
    cloud.schedules = [{ ScheduledActionName: 'night' }];
    cloud.reckoned = { missed: [{ name: 'night' }], minimum: 9 };
    start('first', notification(0, 300));
  },

  async healthyTargets({ start, after, notification, cloud }) {
    cloud.service = { ...cloud.service, LoadBalancers: [{ TargetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1' }] };
    start('first', notification(0, 300));
    await after(75, () => (cloud.healthy = 5));
  },

  async failingDeployment({ start, after, notification, cloud }) {
    cloud.service = { ...cloud.service, Deployments: [{ RolloutState: 'FAILED', FailedTasks: 3 }] };
    start('first', notification(0, 300));
  },

  async deploymentBelowTheFloor({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300));
    await after(100, () => cloud.desire(1));
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
    await after(50, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // MinCapacity was lowered by a person: the desired count is theirs too.
  async deploymentOfLoweredLimits({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300));
    await after(100, () => (cloud.target = { ...cloud.target, MinCapacity: 2 }));
    cloud.desire(2);
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
    await after(50, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // Application Auto Scaling does not answer at first: the guard looks again.
  async deploymentUnreadable({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 600));
    await after(100, () => cloud.desire(1));
    cloud.refuses.set('applicationautoscaling:describeScalableTargets', 'ApplicationAutoScaling.InternalServiceException');
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
    await after(150, () => cloud.refuses.clear());
    await after(100, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  async deploymentWithAnOldArn({ start }) {
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
  },

  async deploymentWithoutHold({ start }) {
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
  },

  // Created again under the same name: its scalable target comes a little later, with limits of its own.
  async serviceReplaced({ start, after, notification, cloud, observed }) {
    start('first', notification(0, 300));
    await after(100, () => (cloud.target = undefined));
    cloud.desire(2);
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
    await after(25, () => (cloud.target = registered(2, 2, 4)));
    await after(50, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // Nobody may rely on the hold of a service that is not there any more.
  async serviceReplacedWithoutTarget({ start, after, notification, cloud }) {
    start('first', notification(0, 900));
    await after(100, () => (cloud.target = undefined));
    cloud.desire(2);
    start('guard', { resources: ['arn:aws:ecs:us-east-1:123456789012:service/shop/checkout'], detail: { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' } });
    await after(400, () => (cloud.target = registered(2, 2, 4)));
    start('second', notification(500, 300));
  },

  // Nobody looked, and the new target has the MinCapacity that the hold had set.
  async serviceReplacedUnseen({ start, after, notification, cloud }) {
    start('first', notification(0, 300));
    await after(100, () => (cloud.target = registered(2, 5, 5)));
  },

  async releaseDelayed({ start, after, notification, cloud }) {
    start('first', notification(0, 300));
    await after(200, () => cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ApplicationAutoScalingException'));
    await after(200, () => cloud.refuses.clear());
  },

  // Deleted during the hold, with its scalable target left behind: nothing about it can be changed any more.
  async serviceGone({ start, after, notification, cloud }) {
    start('first', notification(0, 300));
    await after(200, () => (cloud.service = { ...cloud.service, Status: 'INACTIVE', DesiredCount: 0, RunningCount: 0 }));
  },

  // Created again over the target that was left behind, while the record of its hold could not be deleted.
  async serviceGoneThenThereAgain({ start, after, notification, cloud }) {
    start('first', notification(0, 300));
    await after(200, () => {
      cloud.service = { ...cloud.service, Status: 'INACTIVE', DesiredCount: 0, RunningCount: 0 };
      cloud.refuses.set('dynamodb:deleteItem', 'DynamoDb.InternalServerErrorException');
    });
    await after(150, () => (cloud.service = { ...cloud.service, Status: 'ACTIVE', DesiredCount: 2, RunningCount: 2 }));
    await after(30, () => cloud.refuses.clear());
  },

  // Refused, but the service is there: a person has to look, and the release goes on trying.
  async refusedForNow({ start, after, notification, cloud }) {
    start('first', notification(0, 300));
    await after(200, () => cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.ValidationException'));
    await after(200, () => cloud.refuses.clear());
  },

  async startsLater({ start, notification }) {
    start('first', notification(120, 300));
  },

  async recoveredByRule({ start, after, notification, cloud, observed }) {
    const first = start('first', notification(0, 300));
    await after(100, () => first.abort());
    await after(1, () => start('recovery', { executionArn: first.arn, status: 'ABORTED', input: JSON.stringify(notification(0, 300)) }));
    await after(50, () => (observed.during = { target: cloud.target, service: cloud.service }));
  },

  // The rule's event, for an owner that died with its claim made and nothing changed yet.
  async recoveredBeforeItPaused({ start, after, notification, cloud }) {
    cloud.refuses.set('applicationautoscaling:describeScalableTargets', 'ApplicationAutoScaling.InternalServiceException');
    const first = start('first', notification(0, 300));
    await after(0.2, () => first.abort());
    cloud.refuses.clear();
    await after(1, () => start('recovery', { executionArn: first.arn, status: 'ABORTED', input: JSON.stringify(notification(0, 300)) }));
  },

  // The second recorded its higher floor and died before it set it: MinCapacity is still the first one's floor when everything ends.
  async crashedTakeover({ start, after, notification, cloud }) {
    start('first', notification(0, 300, { wanted: 2 }));
    await after(100, () => cloud.refuses.set('applicationautoscaling:registerScalableTarget', 'ApplicationAutoScaling.InternalServiceException'));
    const second = start('second', notification(100, 200, { wanted: 4 }));
    await after(1, () => second.abort());
    cloud.refuses.clear();
    await after(250, () => start('recovery', { action: 'recover', executionArn: second.arn, target: 'service/shop/checkout' }));
  },

  async recoveredAfterTheEnd({ start, after, notification, cloud }) {
    const first = start('first', notification(0, 300));
    await after(100, () => first.abort());
    await after(300, () => start('sweep', { action: 'sweep' }));
    await after(1, () => start('recovery', cloud.started[0]));
  },

  async emptySweep({ start }) {
    start('sweep', { action: 'sweep' });
  },

  async sweepDuringHold({ start, after, notification }) {
    start('first', notification(0, 300));
    await after(100, () => start('sweep', { action: 'sweep' }));
  },

  async failedRecoveryIsLeftToTheSweep({ start }) {
    start('recovery', { executionArn: 'arn:aws:states:us-east-1:123456789012:execution:capacity-hold:other', status: 'FAILED', input: '{"action":"recover"}' });
  },
};
