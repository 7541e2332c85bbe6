using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>
/// Requests that came with a client token, within their cluster
/// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html"/>). The token again with the same request →
/// what the first one made, nothing more is made; with another request → RunTask is refused with a ConflictException. A token of RunTask is
/// forgotten after 24 hours, and with its last task, which is an hour after that stopped.
/// </summary>
internal static class ClientTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The tasks of the request that had this token before, or the refusal; null for a token that is new, or none.</summary>
    internal static Outcome<IReadOnlyList<TaskRecord>>? Earlier(Step step, string cluster, RunTaskRequest request)
    {
        if (request.ClientToken is not { } token || step.Table(EcsState.ClientTokens).Find(Key("RunTask", cluster, token)) is not { } kept)
        {
            return null;
        }

        var tasks = kept.Made.Select(step.Table(EcsState.Tasks).Find).OfType<TaskRecord>().ToList();
        if (tasks.Count == 0)
        {
            return null;
        }

        return kept.Request == Text(request)
            ? tasks
            : new Refusal(
                "ConflictException",
                "The provided clientToken is already in use with a different RunTask request.",
                new() { ["resourceIds"] = new JsonArray([.. tasks.Select(task => (JsonNode)EcsNames.TaskArn(step.Settings, cluster, task.Id))]) });
    }

    /// <summary>Whether the very same request, with the same token, made the service that is there.</summary>
    internal static bool Made(Step step, string cluster, CreateServiceRequest request) =>
        request.ClientToken is { } token && step.Table(EcsState.ClientTokens).Find(Key("CreateService", cluster, token))?.Request == Text(request);

    internal static void Keep(Step step, string cluster, RunTaskRequest request, IEnumerable<TaskRecord> tasks)
    {
        if (request.ClientToken is { } token)
        {
            var key = Key("RunTask", cluster, token);
            step.Table(EcsState.ClientTokens).Put(key, new(Text(request), [.. tasks.Select(task => task.Key)]));
            step.WakeAt(EcsService.Name, EcsDynamics.TokenWake(key), step.Now + Lifetime);
        }
    }

    internal static void Keep(Step step, string cluster, CreateServiceRequest request)
    {
        if (request.ClientToken is { } token)
        {
            step.Table(EcsState.ClientTokens).Put(Key("CreateService", cluster, token), new(Text(request), []));
        }
    }

    private static string Key(string operation, string cluster, string token) => $"{operation}/{cluster}/{token}";

    private static string Text<T>(T request) => WireJson.ToJson(request).ToJsonString();
}
