namespace Headroom.Notifications.Delivery;

/// <summary>Calls that are repeated while they fail for passing reasons and there is time.</summary>
/// <param name="aws">Where the calls go.</param>
/// <param name="time">The clock that waits.</param>
/// <param name="jitter">The next number from 0 up to 1.</param>
/// <param name="deadline">No attempt begins after it, and one under way then is given up.</param>
internal sealed class PatientCalls(IAwsCalls aws, TimeProvider time, Func<double> jitter, DateTimeOffset deadline)
{
    // Well above what any of these calls takes, well below the function's timeout: a lost connection leaves time for another attempt.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(5);
    private static readonly AwsReply.Failed NoAnswer = new(0, "NoAnswerInTime", "there was no answer before time ran out");

    public async Task<AwsReply> CallAsync(string service, string operation, string json)
    {
        var last = NoAnswer;
        for (var attempt = 0; deadline - time.GetUtcNow() is { Ticks: > 0 } left; attempt++)
        {
            var reply = await AttemptAsync(service, operation, json, left);
            if (reply is not AwsReply.Failed { IsTransient: true } failed)
            {
                return reply;
            }

            last = failed;
            var wait = Backoff.FullJitter(attempt, jitter());
            if (time.GetUtcNow() + wait >= deadline)
            {
                break;
            }

            await Task.Delay(wait, time);
        }

        return last;
    }

    private async Task<AwsReply> AttemptAsync(string service, string operation, string json, TimeSpan left)
    {
        using var timeIsUp = new CancellationTokenSource(left < LongestAttempt ? left : LongestAttempt, time);
        try
        {
            return await aws.CallAsync(service, operation, json, timeIsUp.Token);
        }
        catch (OperationCanceledException) when (timeIsUp.IsCancellationRequested)
        {
            return NoAnswer;
        }
    }
}
