using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.History;

namespace Headroom.Bench.FanOut;

/// <summary>
/// The account's bucket of state transitions, which the cloud's Step Functions does not have: an execution that has entered more states than
/// there are tokens for makes its next call later, in the order in which executions came
/// (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html: throttled transitions are delayed, not refused).
/// </summary>
/// <param name="taken">Hears how many tokens are taken, and whether they had to be waited for.</param>
internal sealed class TransitionBucket(Action<int, bool> taken)
{
    private static readonly BucketRate Rate = Bucket.Transitions.Rate;
    private readonly Dictionary<string, int> _paid = new(StringComparer.Ordinal);
    private double _tokens = Rate.Burst;
    private DateTimeOffset _asOf;

    /// <summary>Until when a wake must wait; null where it need not.</summary>
    internal DateTimeOffset? Delay(Step step, Wake wake)
    {
        if (wake.Service != StepFunctionsService.Name || WakeKey.Parse(wake.Key) is not { Kind: WakeKey.CallKind, Of: var execution })
        {
            return null;
        }

        var owed = Entered(step, execution) - _paid.GetValueOrDefault(execution);
        if (owed <= 0)
        {
            return null;
        }

        _paid[execution] = _paid.GetValueOrDefault(execution) + owed;
        _tokens = Math.Min(Rate.Burst, _tokens + ((step.Now - _asOf).TotalSeconds * Rate.PerSecond)) - owed;
        _asOf = step.Now;
        taken(owed, _tokens < 0);
        return _tokens < 0 ? step.Now + TimeSpan.FromSeconds(-_tokens / Rate.PerSecond) : null;
    }

    private static int Entered(Step step, string execution)
    {
        var history = ExecutionRunner.Find(step, step.Table(StepFunctionsState.Executions).Get(execution)).History;
        return history.Range(0, history.Count).Count(entry => entry.Details is StateEnteredDetails);
    }
}
