using System.Text;
using System.Text.Json.Nodes;
using Headroom.States.Tests.Properties;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using JsonValue = Headroom.States.Json.JsonValue;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>One damaged definition with its damaged input, sent to a cloud of its own. Its number decides everything.</summary>
internal sealed class DamagedCase
{
    private const int RareBodies = 40;
    private readonly Random _random;
    private readonly TestCloud _cloud;
    private readonly WireClient _client;
    private readonly JsonValue _definition;
    private readonly JsonValue _input;

    public DamagedCase(int number)
    {
        _random = new(number);
        _cloud = new(seed: (ulong)number);
        _client = new(_cloud);
        var (definition, input) = Originals.All[_random.Next(Originals.All.Count)];
        _definition = Damaged(definition);
        _input = Damaged(input);
    }

    /// <summary>What became of it: <c>refused (code)</c>, <c>ran</c>, <c>tested</c>, <c>validated</c>.</summary>
    public string Play()
    {
        Machines.MakeRole(_cloud);
        return _random.Next(8) switch
        {
            0 => Validate(),
            1 or 2 => Test(),
            _ => Execute(),
        };
    }

    private string Validate()
    {
        var answer = Send("ValidateStateMachineDefinition", new() { ["definition"] = _definition.ToString(), ["type"] = Type(), ["severity"] = "WARNING" });
        return Refused(answer) ?? "validated";
    }

    private string Test()
    {
        var whole = _definition as States.Json.JsonObject;
        var states = whole?["States"] as States.Json.JsonObject;
        var name = states is { Count: > 0 } ? states.ElementAt(_random.Next(states.Count)).Key : null;
        var calls = name is not null && states![name] is States.Json.JsonObject state && state["Type"] is States.Json.JsonString { Value: "Task" or "Map" or "Parallel" };
        var request = new JsonObject
        {
            ["definition"] = (name is null || _random.Next(2) == 0 ? _definition : states![name]!).ToString(),
            ["input"] = _input.ToString(),
            ["inspectionLevel"] = Any("INFO", "DEBUG", "TRACE"),
        };
        Some(request, "stateName", name);
        Some(request, "variables", Damaged(JsonValue.Parse("""{"x": 1, "y": {"z": [2]}}""")).ToString());
        if (calls == _random.Next(8) > 0)
        {
            request["mock"] = Mock();
        }

        Some(request, request.ContainsKey("mock") ? "context" : "roleArn", request.ContainsKey("mock")
            ? Damaged(JsonValue.Parse("""{"Execution": {"Name": "n", "Input": {}}, "Task": {"Token": "t"}}""")).ToString()
            : Machines.RoleArn);
        Some(request, "stateConfiguration", new JsonObject
        {
            ["retrierRetryCount"] = _random.Next(5), ["mapIterationFailureCount"] = _random.Next(5), ["errorCausedByState"] = name ?? "S1",
            ["mapItemReaderData"] = Damage.Of(JsonValue.Parse("[1, 2]"), _random).ToString(),
        });
        return Refused(Send("TestState", request)) ?? "tested";
    }

    private string Execute()
    {
        var type = Type();
        var made = Send("CreateStateMachine", new() { ["name"] = "m", ["roleArn"] = Machines.RoleArn, ["definition"] = _definition.ToString(), ["type"] = type });
        if (Refused(made) is { } refused)
        {
            return refused;
        }

        Surroundings.Make(_cloud);
        var run = new DamagedRun(_cloud, _client, _random);
        var request = new JsonObject { ["stateMachineArn"] = made["stateMachineArn"]!.DeepClone(), ["input"] = _input.ToString() };
        if (type == "EXPRESS" && _random.Next(2) == 0)
        {
            return run.Synchronously(Body(request));
        }

        var started = Send("StartExecution", request);
        return Refused(started) ?? run.ToItsEnd(type, (string)started["executionArn"]!);
    }

    /// <summary>As it was, damaged in one place, or in more: most of the last are refused.</summary>
    private JsonValue Damaged(JsonValue value) => _random.Next(5) switch
    {
        0 or 1 => value,
        2 or 3 => Damage.Somewhere(value, _random),
        _ => Damage.Of(value, _random),
    };

    private JsonObject Mock() => _random.Next(2) == 0
        ? new() { ["result"] = Damaged(_input is States.Json.JsonObject o && _random.Next(2) == 0 ? o["items"] ?? o : _input).ToString(), ["fieldValidationMode"] = Any("STRICT", "PRESENT", "NONE") }
        : new() { ["errorOutput"] = new JsonObject { ["error"] = Any("States.Timeout", "E", ""), ["cause"] = "as asked" } };

    private JsonObject Send(string operation, JsonObject request) => _client.Send(operation, Body(request)).ShouldNotBeNull($"{operation} was not answered");

    private byte[] Body(JsonObject request) => DamagedBody.Of(request, _random, RareBodies);

    private static string? Refused(JsonObject answer) => WireClient.Refusal(answer) is { } code ? $"refused ({code})" : null;

    private string Type() => _random.Next(5) == 0 ? "EXPRESS" : "STANDARD";

    private string Any(params string[] words) => words[_random.Next(words.Length)];

    private void Some(JsonObject request, string name, JsonNode? value)
    {
        if (value is not null && _random.Next(2) == 0)
        {
            request[name] = value;
        }
    }
}
