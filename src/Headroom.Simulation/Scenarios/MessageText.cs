using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Scenarios;

/// <summary>Writes the message that asks for something.</summary>
internal static class MessageText
{
    private static readonly string[] Bad =
    [
        """{"holdFor":"PT7H"}""",
        """{"holdFor":0}""",
        """{"capacity":"120%"}""",
        """{"capacity":0}""",
        """{"services":["ecs-scaling-example/uncovered"]}""",
        """{"services":[]}""",
        """{"action":"stop"}""",
        """{"until":"tomorrow"}""",
        """{"holdFor":300""",
        """{"startAt":"2020-01-01T00:00:00Z"}""",
    ];

    /// <summary>The message that asks for something that can be granted, or one of those that cannot.</summary>
    internal static string Of(Request request, Draw chance, int services) => request is Request.Bad ? chance.One(Bad) : Of(request, services);

    /// <summary>The message that asks for something that can be granted.</summary>
    internal static string Of(Request request, int services) => request switch
    {
        Request.Hold hold => Hold(hold, services).ToJsonString(),
        Request.Release release => Object(("action", "release"), ("services", Services(release.Services, services))).ToJsonString(),
        _ => throw new InvalidOperationException($"No such request: {request}"),
    };

    private static JsonObject Hold(Request.Hold hold, int services) => Object(
        ("services", Services(hold.Services, services)),
        ("holdFor", (int)hold.Lasts.TotalSeconds),
        ("capacity", hold.Capacity switch
        {
            Wanted.Percent percent => $"{percent.Share}%",
            Wanted.Tasks tasks => tasks.Count,
            _ => "max",
        }),
        ("startAt", hold.StartAt is { } at ? (Stage.Start + at).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null));

    // All of them is what a message without the field means.
    private static JsonArray? Services(IReadOnlyList<int> wanted, int services) =>
        wanted.Count == services ? null : new JsonArray([.. wanted.Select(index => (JsonNode)StageNames.Covered(index))]);

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
