using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>
/// Keeps capacity from being held for ever by a stack that is gone: with the record and the state machine would go what resumes scale-in. A custom resource
/// that CloudFormation deletes before all that a hold needs asks here, and another one once more, when no notification can come any longer
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">custom resource request and response reference</see>).
/// </summary>
/// <param name="settings">The installation.</param>
/// <param name="aws">How AWS is reached.</param>
/// <param name="put">Puts an answer to the URL that CloudFormation gave.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">The next number from 0 up to 1, for back-off.</param>
public sealed class DeletionGuard(DeletionSettings settings, IAwsCalls aws, Func<Uri, byte[], Task> put, TimeProvider time, Func<double> jitter)
{
    // Kept from the deadline: CloudFormation would wait for its whole timeout for an answer that is not given.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(3);

    // Whoever deletes a stack waits for the answer.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(2);

    // A call of an execution that was stopped may take effect seconds later.
    private static readonly TimeSpan Landing = TimeSpan.FromSeconds(6);

    /// <summary>
    /// Handles one invocation.
    /// <code>
    /// asked to              | while nothing is held | while something is planned | while something is held
    /// create, update        | agrees                | agrees                     | agrees
    /// delete with the stack | agrees                | objects: it will be held   | objects: the hold goes on
    /// delete in an update   | agrees                | agrees                     | releases the holds, then agrees
    /// </code>
    /// The last look, when no notification can come any longer, also stops what runs still: it could begin a hold.
    /// An update would go on after three objections (<see href="https://repost.aws/knowledge-center/cloudformation-stack-cleanup-stuck"/>).
    /// </summary>
    /// <param name="utf8Event">CloudFormation's request.</param>
    /// <param name="deadline">When Lambda will end the invocation.</param>
    /// <returns>What CloudFormation was answered, as JSON.</returns>
    /// <exception cref="JsonException">The payload is no request of CloudFormation.</exception>
    public async Task<byte[]> HandleAsync(ReadOnlyMemory<byte> utf8Event, DateTimeOffset deadline)
    {
        var request = JsonSerializer.Deserialize(utf8Event.Span, AwsJson.Pascal.CustomResourceRequest) ?? throw new JsonException("The event is null.");
        var objection = request.RequestType == "Delete" ? await ObjectionAsync(request, deadline - Reserve) : null;
        var response = new CustomResourceResponse(
            objection is null ? "SUCCESS" : "FAILED",
            objection,
            request.PhysicalResourceId ?? $"{request.LogicalResourceId}-of-{settings.HoldsTable}",
            request.StackId,
            request.RequestId,
            request.LogicalResourceId);
        var answer = JsonSerializer.SerializeToUtf8Bytes(response, AwsJson.Pascal.CustomResourceResponse);
        await put(new Uri(request.ResponseURL), answer);
        return answer;
    }

    private async Task<string?> ObjectionAsync(CustomResourceRequest request, DateTimeOffset deadline)
    {
        await Task.Delay(request.Settling, time);
        while (true)
        {
            if (await ObjectionToHeldAsync(request, deadline) is { } objection)
            {
                return objection;
            }

            if (!request.IsLast)
            {
                return await ObjectionToPlannedAsync(request, deadline);
            }

            switch (await new IdleExecutions(settings, Calls(deadline)).StopAsync())
            {
                case { Problem: { } problem }:
                    return $"{problem} Delete again.";
                case { WereAny: false }:
                    return null;
                default:
                    await Task.Delay(Landing, time);
                    break;
            }
        }
    }

    private async Task<string?> ObjectionToHeldAsync(CustomResourceRequest request, DateTimeOffset deadline)
    {
        var calls = Calls(Soon(deadline));
        var held = await HeldCapacity.ReadAsync(settings.HoldsTable, calls);
        if (held.IsNone)
        {
            return null;
        }

        switch (await StackStatus.ReadAsync(request.StackId, calls))
        {
            case { Problem: { } problem }:
                return $"{held} {problem} Delete again.";
            case { IsCleanUp: true }:
                var left = await new HoldReleases(settings, Calls(deadline), time, deadline).ReleaseAsync(held, request.RequestId);
                return left.IsNone ? null : $"{left} Without this stack's CapacityHold nobody resumes its scale-in.";
            default:
                return held.Problem is { } unknown
                    ? $"{unknown} Delete the stack again."
                    : $"{held} Without this stack nobody would resume its scale-in. Wait for the end{Otherwise(request)}, and delete the stack again.";
        }
    }

    // At the last look nothing is planned any longer: notifications that come as late go with the stack.
    private async Task<string?> ObjectionToPlannedAsync(CustomResourceRequest request, DateTimeOffset deadline)
    {
        var calls = Calls(Soon(deadline));
        var status = await StackStatus.ReadAsync(request.StackId, calls);
        if (status.IsCleanUp)
        {
            return null;
        }

        return await PlannedCapacity.ReadAsync(settings.StateMachineArn, time.GetUtcNow(), calls) switch
        {
            { IsNone: true } => null,
            var planned when status.Problem is { } problem => $"{planned} {problem} Delete again.",
            { Problem: { } unknown } => $"{unknown} Delete the stack again.",
            var planned => $"{planned} Without this stack nothing would be held then. Stop the executions that wait (headroom status lists them), or wait for the end, and delete the stack again.",
        };
    }

    private DateTimeOffset Soon(DateTimeOffset deadline) => time.GetUtcNow() + LongestLook is var soon && soon < deadline ? soon : deadline;

    private static string Otherwise(CustomResourceRequest request) => request.IsLast
        ? " (a published release does not arrive any longer)"
        : """, or publish {"action":"release"}""";

    private PatientCalls Calls(DateTimeOffset deadline) => new(aws, time, jitter, deadline);
}
