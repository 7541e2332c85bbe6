using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Delivery;

/// <summary>
/// The whole of the Notifier but its process: an SNS event in, executions started or refusals delivered.
/// It runs the same in Lambda and inside a simulation.
/// </summary>
/// <param name="settings">The installation.</param>
/// <param name="aws">How AWS is reached.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">
/// The next number from 0 up to 1, for back-off. Called from several threads at once where <paramref name="aws"/> answers on several.
/// </param>
/// <param name="writeLine">Takes one line of the log.</param>
public sealed class NotificationHandler(
    NotifierSettings settings, IAwsCalls aws, TimeProvider time, Func<double> jitter, Action<string> writeLine)
{
    // Kept from the deadline, so that an invocation that runs out of time can still say what it did not do.
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(500);

    private readonly NotifierLog log = new(settings, time, writeLine);

    /// <summary>
    /// Handles one invocation.
    /// <code>
    /// the message                   | what happens                                        | counted
    /// accepted                      | one execution per service, already there is as good | Accepted
    /// accepted, hold already over   | the same; the execution ends as expired             | Accepted, Late
    /// refused                       | to the dead-letter queue, with the reason           | Refused
    /// something did not get through | the rest is done, then it throws                    | nothing, until a retry gets through
    /// </code>
    /// </summary>
    /// <param name="utf8Event">The invocation's payload.</param>
    /// <param name="deadline">When Lambda will end the invocation.</param>
    /// <returns>The invocation's response, as JSON.</returns>
    /// <exception cref="NotAnSnsEventException">The payload comes from no SNS subscription.</exception>
    /// <exception cref="InvalidSettingException">The covered services are in Parameter Store and cannot be read there.</exception>
    /// <exception cref="NotificationNotDeliveredException">A service was not started or a refusal not delivered; it names them.</exception>
    public async Task<byte[]> HandleAsync(ReadOnlyMemory<byte> utf8Event, DateTimeOffset deadline)
    {
        var calls = new PatientCalls(aws, time, jitter, deadline - Reserve);
        var handled = new List<Handled>();
        var messages = SnsEvent.Read(utf8Event.Span);
        var terms = new ContractTerms(await settings.Services.ListAsync(calls), settings.DefaultHold, settings.MaxHold);
        foreach (var message in messages)
        {
            handled.Add(NotificationContract.Read(message.Message, message.Timestamp, terms) switch
            {
                Verdict.Accepted accepted => await StartAsync(message, accepted.Notification, calls),
                Verdict.Refused refused => await RefuseAsync(message, refused.Line, calls),
                var other => throw new InvalidOperationException($"No such verdict: {other}"),
            });
        }

        var problems = handled.SelectMany(one => one.Problems).ToList();
        return problems.Count == 0
            ? JsonSerializer.SerializeToUtf8Bytes(Handled.Summarize(handled), AwsJson.Camel.HandledSummary)
            : throw new NotificationNotDeliveredException(string.Join("; ", problems));
    }

    private async Task<Handled> StartAsync(SnsMessage message, Notification notification, PatientCalls calls)
    {
        var late = HoldTimes.Of(notification, message.Timestamp, settings.MaxHold).AreOver(time.GetUtcNow());
        var failures = await new ExecutionStarter(settings, calls, log).StartAllAsync(message, notification);
        if (!failures.IsEmpty)
        {
            var problem = NotStarted.Describe(message.MessageId, notification.Services.Length, failures);
            return new Handled(Refused: false, Executions: 0, [problem]);
        }

        log.Accepted(message, late);
        return new Handled(Refused: false, notification.Services.Length, []);
    }

    private async Task<Handled> RefuseAsync(SnsMessage message, string line, PatientCalls calls)
    {
        if (await new RefusedMessages(settings, calls).SendAsync(message, line) is { } why)
        {
            log.RefusalNotDelivered(message, why);
            var problem = $"notification {message.MessageId}: refused ({line}), but not put on the dead-letter queue " +
                $"({why.Code}: {why.Message})";
            return new Handled(Refused: true, Executions: 0, [problem]);
        }

        log.Refused(message, line);
        return new Handled(Refused: true, Executions: 0, []);
    }

    private sealed record Handled(bool Refused, int Executions, ImmutableArray<string> Problems)
    {
        public static HandledSummary Summarize(IReadOnlyCollection<Handled> all) =>
            new(all.Count(one => !one.Refused), all.Count(one => one.Refused), all.Sum(one => one.Executions));
    }
}
