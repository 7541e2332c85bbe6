using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Wire.Http;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Gateway;

/// <summary>What AWS has no API for (the load on a service, the account's quota, the time): <c>POST /_headroom/&lt;Operation&gt;</c> with a JSON object, for the administrator.</summary>
internal sealed class OwnOperations(KernelDriver driver, IReadOnlyList<ServiceRoom> rooms, CloudSettings settings)
{
    private const string Path = "/_headroom/";

    private readonly Dictionary<string, string> _services = rooms
        .Where(room => room.Name.StartsWith("headroom-", StringComparison.Ordinal))
        .SelectMany(room => room.Operations.Select(operation => KeyValuePair.Create(operation.Name, room.Name)))
        .ToDictionary();

    internal static bool Is(WireRequest request) => request.Path.StartsWith(Path, StringComparison.Ordinal);

    internal async Task<WireResponse> AnswerAsync(WireRequest request)
    {
        var operation = request.Path[Path.Length..];
        if (!_services.TryGetValue(operation, out var service))
        {
            return Refused(404, new("UnknownOperationException", $"There is no {operation} here; there are {string.Join(", ", _services.Keys.Order())}."));
        }

        if (WireJson.ObjectOrNull(request.Body) is not { } json)
        {
            return Refused(400, new("ValidationException", "The body is no JSON object."));
        }

        var caller = new Caller(new Principal.Administrator(settings.AccountId, "headroom"), RequestIds.New());
        return await driver.CallAsync(caller, service, operation, json) switch
        {
            Outcome<JsonObject>.Answered answered => Answer(200, answered.Response),
            Outcome<JsonObject>.Refused refused => Refused(400, refused.Refusal),
            var other => throw new InvalidOperationException($"{operation} ended without an answer: {other.GetType().Name}"),
        };
    }

    private static WireResponse Refused(int status, Refusal refusal) => Answer(status, new() { ["code"] = refusal.Code, ["message"] = refusal.Message });

    private static WireResponse Answer(int status, JsonObject json) =>
        new(status, new() { ["Content-Type"] = "application/json" }, Encoding.UTF8.GetBytes(json.ToJsonString()));
}
