using Headroom.States.Json;

namespace Headroom.States.Tests.Properties;

/// <summary>Valid machines at random: every type of state, with loops, retriers, catchers, variables and nesting.</summary>
internal sealed class RandomMachine(Random random)
{
    private int states;

    public static string Of(int seed) => new RandomMachine(new Random(seed)).Scope(depth: 0, length: 5).Build().ToString();

    private JsonObjectBuilder Scope(int depth, int length)
    {
        var names = Enumerable.Range(0, random.Next(1, length + 1)).Select(_ => $"S{++states}").ToArray();
        var all = new JsonObjectBuilder();
        for (var i = 0; i < names.Length; i++)
        {
            all.Set(names[i], State(depth, i + 1 < names.Length ? names[i + 1] : null, names[random.Next(names.Length)]));
        }

        return new JsonObjectBuilder().Set("StartAt", names[0]).Set("States", all.Build());
    }

    private JsonObject State(int depth, string? next, string any) => random.Next(depth < 2 ? 10 : 7) switch
    {
        0 when next is not null => Choice(next, any),
        1 when next is null => Of("Succeed").Build(),
        2 when next is null => Of("Fail").Set("Error", "Custom").Build(),
        2 or 3 => Going(Of("Wait").Set("Seconds", random.Next(3)), next).Build(),
        4 or 5 => Task(next, any),
        7 => Retrying(Going(Of("Parallel").Set("Branches", Branches(depth)), next), any).Build(),
        8 or 9 => Retrying(Map(depth, next), any).Build(),
        _ => Pass(next),
    };

    private static JsonObject Pass(string? next) => Going(Of("Pass"), next)
        .Set("Parameters", JsonValue.Parse("""{"n.$":"States.MathRandom(0, 5)","id.$":"States.UUID()","items":[1,2,3],"was.$":"$"}"""))
        .Set("Assign", JsonValue.Parse("""{"last.$":"$.n"}""")).Build();

    private static JsonObject Choice(string next, string any) => Of("Choice")
        .Set("Choices", new JsonArray([
            new JsonObjectBuilder().Set("And", JsonValue.Parse("""[{"Variable":"$.n","IsPresent":true},{"Variable":"$.n","NumericLessThan":2}]"""))
                .Set("Next", any).Build()]))
        .Set("Default", next).Build();

    private JsonObject Task(string? next, string any)
    {
        var resource = random.Next(4) switch
        {
            0 => "arn:aws:lambda:us-east-1:123456789012:function:f",
            1 => "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            2 => "arn:aws:states:us-east-1:123456789012:activity:a",
            _ => "arn:aws:states:::aws-sdk:ecs:updateService",
        };
        var task = Going(Of("Task").Set("Resource", resource).Set("TimeoutSeconds", 20).Set("HeartbeatSeconds", 5), next);
        return Retrying(task.Set("ResultPath", "$.result"), any).Build();
    }

    private JsonObjectBuilder Map(int depth, string? next) => Going(Of("Map"), next)
        .Set("ItemProcessor", Scope(depth + 1, 3).Build())
        .Set("ItemsPath", "$$.Execution.Input.items").Set("MaxConcurrency", random.Next(3))
        .Set("ItemSelector", JsonValue.Parse("""{"n.$":"$$.Map.Item.Index","value.$":"$$.Map.Item.Value"}"""));

    private JsonArray Branches(int depth) => new(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Scope(depth + 1, 3).Build()));

    private static JsonObjectBuilder Retrying(JsonObjectBuilder state, string any) => state
        .Set("Retry", JsonValue.Parse("""[{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":2,"JitterStrategy":"FULL"}]"""))
        .Set("Catch", new JsonArray([
            new JsonObjectBuilder().Set("ErrorEquals", JsonValue.Parse("""["States.ALL"]""")).Set("ResultPath", "$.error").Set("Next", any).Build()]));

    private static JsonObjectBuilder Of(string type) => new JsonObjectBuilder().Set("Type", type);

    private static JsonObjectBuilder Going(JsonObjectBuilder state, string? next) =>
        next is null ? state.Set("End", JsonValue.From(true)) : state.Set("Next", next);
}
