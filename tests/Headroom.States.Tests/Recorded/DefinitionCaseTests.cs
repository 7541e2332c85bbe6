using Headroom.States.Json;
using Headroom.States.Reading;
using Headroom.States.Validation;

namespace Headroom.States.Tests.Recorded;

/// <summary>Definitions are accepted, refused and described as on AWS.</summary>
public sealed class DefinitionCaseTests
{
    [Fact]
    public void A_definition_that_AWS_refuses_is_refused_with_its_words() => Differences("create-error", recorded =>
    {
        var refusal = DefinitionReader.Read(recorded.DefinitionText, recorded.Type).Refusal;
        var cause = ((JsonString)recorded.Expected["cause"]!).Value;
        return refusal is not null && cause.EndsWith(refusal, StringComparison.Ordinal) ? null : $"{refusal} != {cause}";
    }).ShouldBeEmpty();

    [Fact]
    public void The_diagnostics_of_a_definition_are_those_of_AWS() => Differences("validate", recorded =>
    {
        var reading = DefinitionReader.Read(recorded.DefinitionText, recorded.Type);
        var diagnostics = new JsonArray(reading.Diagnostics.Select(Shown));
        var result = reading.Machine is null ? "FAIL" : "OK";
        return recorded.Expected["result"]!.Equals(JsonValue.From(result)) && recorded.Expected["diagnostics"]!.Equals(diagnostics)
            ? null : $"{result} {diagnostics} != {recorded.Expected}";
    }).ShouldBeEmpty();

    [Fact]
    public void The_variables_that_states_read_are_listed() => Differences("describe", recorded =>
    {
        var reading = DefinitionReader.Read(recorded.DefinitionText, recorded.Type);
        var references = reading.Machine is null ? null : new JsonObject(reading.Machine.VariableReferences
            .Select(state => KeyValuePair.Create(state.Key, (JsonValue)new JsonArray(state.Value.Select(JsonValue.From)))));
        return recorded.Expected["variableReferences"]!.Equals(references) ? null : $"{references} {reading.Refusal} != {recorded.Expected}";
    }).ShouldBeEmpty();

    private static List<string> Differences(string kind, Func<RecordedCase, string?> compare)
    {
        var cases = RecordedCase.All().Where(c => c.Kind == kind).ToList();
        cases.ShouldNotBeEmpty();
        return cases.ConvertAll(c => (c.Name, Why: compare(c))).FindAll(d => d.Why is not null).ConvertAll(d => $"{d.Name}: {d.Why}");
    }

    private static JsonObject Shown(Diagnostic diagnostic) => new JsonObjectBuilder()
        .Set("code", diagnostic.Code).Set("location", diagnostic.Location).Set("message", diagnostic.Message)
        .Set("severity", diagnostic.Severity == Severity.Error ? "ERROR" : "WARNING").Build();
}
