using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Reading;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>A machine, or one of its versions, as an ARN names it.</summary>
internal sealed record QualifiedMachine(StateMachine Machine, StateMachineRevision Revision, StateMachineVersion? Version, StateMachineAlias? Alias);

/// <summary>State machines with their revisions, versions and aliases.</summary>
internal static class StateMachines
{
    private const int Percent = 100;

    /// <summary>The machine with this ARN; else why there is none.</summary>
    public static StateMachine? Find(Step step, string arn, out Refusal refusal)
    {
        refusal = Arns.Refuse(arn, "stateMachine") ?? new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        return step.Table(StepFunctionsState.StateMachines).Find(arn);
    }

    /// <summary>What the ARN of a machine, a version or an alias stands for now; an alias with two versions draws one by their weights.</summary>
    public static QualifiedMachine? FindQualified(Step step, string arn, out Refusal refusal)
    {
        if (!Arns.IsQualified(arn))
        {
            return Find(step, arn, out refusal) is { } machine ? new(machine, machine.Revision, null, null) : null;
        }

        refusal = Arns.Refuse(arn, "stateMachine") ?? new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");
        var alias = step.Table(StepFunctionsState.Aliases).Find(arn);
        var version = step.Table(StepFunctionsState.Versions).Find(alias is null ? arn : Draw(step, alias));
        return version is null || step.Table(StepFunctionsState.StateMachines).Find(version.StateMachineArn) is not { } of
            ? null
            : new(of, version.Revision, version, alias);
    }

    public static string Definition(Step step, StateMachineRevision revision) =>
        step.Table(StepFunctionsState.Definitions).Get(revision.DefinitionKey).Text;

    public static string KeepDefinition(Step step, string arn, int revisionNumber, string definition)
    {
        // The machine may be a new one under an old name, whose executions still have their definitions.
        var key = string.Create(CultureInfo.InvariantCulture, $"{arn}#{revisionNumber}@{step.Now.ToUnixTimeMilliseconds()}");
        step.Table(StepFunctionsState.Definitions).Put(key, new(definition));
        return key;
    }

    public static StateMachineVersion Publish(Step step, StateMachine machine, string? description)
    {
        var last = step.Table(StepFunctionsState.Versions).Find($"{machine.Arn}:{machine.LastVersion}");
        if (last is not null && last.Revision.Id == machine.Revision.Id)
        {
            return last;
        }

        var number = machine.LastVersion + 1;
        var version = new StateMachineVersion($"{machine.Arn}:{number}", machine.Arn, number, machine.Revision, description, step.Now);
        step.Table(StepFunctionsState.Versions).Put(version.Arn, version);
        step.Table(StepFunctionsState.StateMachines).Put(machine.Arn, machine with { LastVersion = number });
        return version;
    }

    /// <summary>The executions of a machine, of all its versions, oldest name first.</summary>
    public static IReadOnlyList<Execution> Executions(Step step, string stateMachineArn) =>
        step.Table(StepFunctionsState.Executions).WithPrefix(stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ':');

    /// <summary>Removes the machine with its versions and aliases; nothing where there is none.</summary>
    public static void Remove(Step step, string arn)
    {
        foreach (var version in step.Table(StepFunctionsState.Versions).WithPrefix(arn + ':'))
        {
            step.Table(StepFunctionsState.Versions).Remove(version.Arn);
        }

        foreach (var alias in step.Table(StepFunctionsState.Aliases).WithPrefix(arn + ':'))
        {
            step.Table(StepFunctionsState.Aliases).Remove(alias.Arn);
        }

        step.Table(StepFunctionsState.StateMachines).Remove(arn);
    }

    /// <summary>Which variables each state reads.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? VariableReferences(Step step, string type, StateMachineRevision revision) =>
        DefinitionReader.Read(Definition(step, revision), StateMachineTypes.Parse(type)).Machine?.VariableReferences
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value], StringComparer.Ordinal);

    private static string Draw(Step step, StateMachineAlias alias)
    {
        var draw = step.Ids.NextInt(Percent);
        return alias.Routing.Count == 1 || draw < alias.Routing[0].Weight
            ? alias.Routing[0].StateMachineVersionArn
            : alias.Routing[1].StateMachineVersionArn;
    }
}
